import * as fc from 'fast-check'
import type {
  Command,
  CommandHead,
  FillFact,
  OrderFact,
  RiskLimits,
  ServiceCommand,
  TargetFact,
} from '../../../src/core/contracts/index.ts'
import { REPLAY_ACTIONS, UNMEASURED, WORKING_STYLES } from '../../../src/core/contracts/index.ts'
import type { Fill, Micros, Order, OrderTerms } from '../../../src/core/domain/index.ts'
import { OFFSETS, ORDER_KINDS, ORDER_STATUSES, SIDES } from '../../../src/core/domain/index.ts'
import type { Fields } from './arbitrary.ts'
import {
  among,
  finite,
  id,
  is,
  list,
  number,
  object,
  shortText,
  stamp,
  text,
  ticks,
  whole,
} from './arbitrary.ts'

const TERMS: Fields<OrderTerms> = {
  id: text(),
  intent: text(),
  owner: id(),
  instrument: id(),
  side: among(SIDES),
  offset: among(OFFSETS),
  kind: among(ORDER_KINDS),
  limit: ticks(),
  volume: whole(),
  createdAt: stamp(),
}

export const orderTerms = object<OrderTerms>(TERMS)

const order = object<Order>({
  ...TERMS,
  status: among(ORDER_STATUSES),
  filled: whole(),
  cancelling: fc.boolean(),
  reason: text(),
  updatedAt: stamp(),
})

export const fill = object<Fill>({
  id: text(),
  order: text(),
  owner: id(),
  instrument: id(),
  side: among(SIDES),
  offset: among(OFFSETS),
  price: whole(),
  volume: whole(),
  at: stamp(),
})

export const orderFact = object<OrderFact>({ kind: is('order'), order })

export const fillFact = object<FillFact>({
  kind: is('fill'),
  fill,
  fee: whole(),
  closedToday: whole(),
  venueSeq: id(),
})

export const targetFact = object<TargetFact>({
  kind: is('target'),
  at: stamp(),
  intent: text(),
  sender: text(),
  owner: id(),
  instrument: id(),
  target: whole(),
  style: among(WORKING_STYLES),
})

export function limits(
  bound: () => fc.Arbitrary<never>,
  name: fc.Arbitrary<never>,
): fc.Arbitrary<RiskLimits> {
  return object<RiskLimits>({
    maxOrderLots: bound(),
    maxOrderNotional: bound(),
    maxNetLots: bound(),
    maxGrossLots: bound(),
    collarRatio: bound(),
    ordersPerSecond: bound(),
    messagesPerSecond: bound(),
    maxDailyLoss: bound(),
    allowed: list(name),
  })
}

const HEAD: Fields<CommandHead> = {
  id: shortText(),
  sender: shortText(),
  epoch: whole(0, 100_000),
  validUntil: stamp(),
}

const BY_PERSON = { ...HEAD, person: shortText() }

type Of<Kind extends string> = Extract<Command | ServiceCommand, { readonly kind: Kind }>

type ByPerson =
  'Flatten' | 'Unlock' | 'Arm' | 'AcceptReconciliation' | 'ResetPaper' | 'Pause' | 'Resume'

const simple = <Kind extends ByPerson>(kind: Kind) =>
  object<Of<Kind>>({ kind: is(kind), ...BY_PERSON } as unknown as Fields<Of<Kind>>)

const wantedLimits = limits(() => fc.oneof(finite(), fc.constant(NaN)) as never, shortText())

const UNMEASURED_TARGET: Fields<Of<'TargetPosition'>> = {
  kind: is('TargetPosition'),
  ...HEAD,
  owner: id(),
  instrument: id(),
  target: whole(),
  style: among(WORKING_STYLES),
  decidedOn: stamp(),
  saidAt: fc.constant(NaN as Micros),
  stages: fc.constant(UNMEASURED),
}

export const command: fc.Arbitrary<Command | ServiceCommand> = fc.oneof(
  object(UNMEASURED_TARGET),
  object<Of<'TargetPosition'>>({
    ...UNMEASURED_TARGET,
    saidAt: stamp(),
    stages: fc.array(ticks<number>(), { minLength: 1, maxLength: 6 }),
  }),
  object<Of<'OrderIntent'>>({
    kind: is('OrderIntent'),
    ...HEAD,
    owner: id(),
    instrument: id(),
    side: among(SIDES),
    offset: among([...OFFSETS, 'auto'] as const),
    orderKind: among(ORDER_KINDS),
    limit: ticks(),
    volume: whole(),
  }),
  object<Of<'Amend'>>({ kind: is('Amend'), ...HEAD, order: shortText(), limit: ticks() }),
  object<Of<'Cancel'>>({ kind: is('Cancel'), ...HEAD, order: shortText() }),
  object<Of<'CancelAll'>>({ kind: is('CancelAll'), ...HEAD }),
  simple('Flatten'),
  object<Of<'Halt'>>({ kind: is('Halt'), ...BY_PERSON, reason: shortText() }),
  simple('Unlock'),
  simple('Arm'),
  simple('AcceptReconciliation'),
  object<Of<'SetLimits'>>({ kind: is('SetLimits'), ...BY_PERSON, limits: wantedLimits }),
  object<Of<'SetParameters'>>({
    kind: is('SetParameters'),
    ...BY_PERSON,
    owner: id(),
    parameters: fc.dictionary(shortText(), fc.oneof(finite(), shortText(), fc.boolean()), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  }),
  simple('ResetPaper'),
  object<Of<'SnapshotRequest'>>({ kind: is('SnapshotRequest'), ...HEAD, instruments: list(id()) }),
  object<Of<'WarmUpRequest'>>({
    kind: is('WarmUpRequest'),
    ...HEAD,
    instrument: id(),
    count: id(),
  }),
  object<Of<'Beat'>>({ kind: is('Beat'), ...HEAD, windows: id() }),
  object<Of<'Replay'>>({
    kind: is('Replay'),
    ...HEAD,
    action: among(REPLAY_ACTIONS),
    value: number(),
  }),
  object<Of<'Power'>>({ kind: is('Power'), ...HEAD, asleep: fc.boolean() }),
  object<Of<'Quit'>>({ kind: is('Quit'), ...HEAD, reason: shortText() }),
  simple('Pause'),
  simple('Resume'),
)
