/** Facts of every kind, of any content. Long because there are that many kinds. */
import * as fc from 'fast-check'
import type {
  Account,
  AckFact,
  CommandKind,
  Envelope,
  Fact,
  FactOf,
  Saying,
  SnapshotFact,
} from '../../../src/core/contracts/index.ts'
import {
  ERROR_CODES,
  MODES,
  RUN_PHASES,
  VITAL_STEPS,
  STATE_CAUSES,
  TRADING_STATES,
  saying,
} from '../../../src/core/contracts/index.ts'
import type { Bucket, Position } from '../../../src/core/domain/index.ts'
import { among, id, is, list, number, object, stamp, text, ticks, whole } from './arbitrary.ts'
import { fillFact, limits, orderFact, targetFact } from './arbitrary-orders.ts'
import { DIRECTORY, quote } from './arbitrary-quote.ts'
import { said } from './arbitrary-saying.ts'

/** Nothing said and an empty text are alike on the wire. */
const saysSomething = ({ values }: Saying): boolean => values['text'] !== ''

const bucket = object<Bucket>({ lots: whole(), cost: whole() })

export const position = object<FactOf<'position'>>({
  kind: is('position'),
  position: object<Position>({
    owner: id(),
    instrument: id(),
    longToday: bucket,
    longHistory: bucket,
    shortToday: bucket,
    shortHistory: bucket,
  }),
})

export const account = object<FactOf<'account'>>({
  kind: is('account'),
  account: object<Account>({
    at: stamp(),
    tradingDay: whole(),
    staticBalance: stamp(),
    closeProfit: stamp(),
    positionProfit: number(),
    fees: stamp(),
    margin: stamp(),
    frozen: stamp(),
    balance: number(),
    available: number(),
  }),
})

const COMMAND_KINDS: readonly CommandKind[] = ['TargetPosition', 'Cancel', 'SetLimits']

export const ack = object<AckFact>({
  kind: is('ack'),
  at: stamp(),
  command: text(),
  commandKind: among(COMMAND_KINDS),
  sender: text(),
  outcome: among(['accepted', 'refused', 'expired'] as const),
  code: among(['', ...ERROR_CODES] as const),
  message: text(),
})

export const state = object<FactOf<'state'>>({
  kind: is('state'),
  at: stamp(),
  state: among(TRADING_STATES),
  cause: among(STATE_CAUSES),
  reason: said(),
  person: text(),
})

export const limitsFact = object<FactOf<'limits'>>({
  kind: is('limits'),
  at: stamp(),
  limits: limits(() => number(), text()),
  person: text(),
})

export const settlement = object<FactOf<'settlement'>>({
  kind: is('settlement'),
  at: stamp(),
  tradingDay: whole(),
  nextTradingDay: whole(),
  prices: list(fc.tuple(id<never>(), ticks<never>())),
  expired: list(id()),
  venueSeq: id(),
})

export const marksFact = object<FactOf<'marks'>>({
  kind: is('marks'),
  prices: list(fc.tuple(id<never>(), ticks<never>())),
})

export const resetFact = object<FactOf<'reset'>>({
  kind: is('reset'),
  at: stamp(),
  person: text(),
  before: number(),
  cash: whole(),
})

const hello = object<FactOf<'hello'>>({
  kind: is('hello'),
  mode: among(MODES),
  profile: text(),
  tradingDay: whole(),
})

/** Always of the same steps: a directory teaches them to the codec, and quotes follow. */
const directory = object<FactOf<'directory'>>({
  kind: is('directory'),
  instruments: fc.subarray([
    ...DIRECTORY,
    {
      ...(DIRECTORY[0] as (typeof DIRECTORY)[0]),
      expires: undefined,
      notes: [saying('instrument.expired', { day: 20_201_015 })],
    },
  ]),
  owners: list(object({ id: id<never>(), name: text<never>() })),
})

const plain: fc.Arbitrary<Exclude<Fact, SnapshotFact>> = fc.oneof(
  hello,
  directory,
  quote,
  object<FactOf<'trade'>>({
    kind: is('trade'),
    instrument: id(),
    at: stamp(),
    price: number(),
    volume: whole(),
    side: among(['buy', 'sell', 'unknown'] as const),
    sign: number(),
    uncertainty: number(),
  }),
  orderFact,
  fillFact,
  position,
  account,
  ack,
  state,
  limitsFact,
  settlement,
  marksFact,
  resetFact,
  targetFact,
  object<FactOf<'health'>>({ kind: is('health'), at: stamp(), ok: fc.boolean(), saying: said() }),
  object<FactOf<'time'>>({ kind: is('time'), at: stamp() }),
  object<FactOf<'signal'>>({
    kind: is('signal'),
    at: stamp(),
    owner: id(),
    instrument: id(),
    features: list(number()),
  }),
  object<FactOf<'prediction'>>({
    kind: is('prediction'),
    owner: id(),
    instrument: id(),
    quoteAt: stamp(),
    generation: id(),
    outputs: list(number()),
  }),
  object<FactOf<'decision'>>({
    kind: is('decision'),
    at: stamp(),
    owner: id(),
    instrument: id(),
    target: whole(),
    why: said(),
  }),
  object<FactOf<'done'>>({ kind: is('done'), owner: id(), seq: id(), more: fc.boolean() }),
  object<FactOf<'step'>>({ kind: is('step'), at: stamp() }),
  object<FactOf<'beat'>>({
    kind: is('beat'),
    at: stamp(),
    pid: fc.integer({ min: 1, max: 4_194_304 }),
    startedAt: stamp(),
    ready: fc.boolean(),
    notes: list(said()),
    seqs: fc.dictionary(text(), id(), { maxKeys: 4, noNullPrototype: true }),
    figures: fc.dictionary(text(), number(), { maxKeys: 4, noNullPrototype: true }),
  }),
  object<FactOf<'warm-up'>>({
    kind: is('warm-up'),
    requester: text(),
    instrument: id(),
    quotes: list(quote),
    until: id(),
    last: fc.boolean(),
  }),
  object<FactOf<'run'>>({
    kind: is('run'),
    at: stamp(),
    phase: among(RUN_PHASES),
    speed: number(),
    from: number(),
    until: number(),
    quotes: id(),
    messages: id(),
    hash: text(),
    notes: list(said()),
  }),
  object<FactOf<'trace'>>({
    kind: is('trace'),
    at: stamp(),
    order: text(),
    intent: text(),
    owner: id(),
    instrument: id(),
    venueDelay: number(),
    stages: list(number()),
  }),
  object<FactOf<'vital'>>({
    kind: is('vital'),
    at: stamp(),
    clock: stamp(),
    step: among(VITAL_STEPS),
    pid: number(),
    start: number(),
    epoch: number(),
    since: number(),
    code: number(),
    signal: text(),
    ok: fc.boolean(),
    sayings: list(said()),
  }),
  object<FactOf<'setting'>>({
    kind: is('setting'),
    at: stamp(),
    owner: id(),
    strategy: text(),
    model: text(),
    paused: fc.boolean(),
    parameters: fc.dictionary(text(), fc.oneof(whole(-5, 5), fc.boolean(), fc.constant('x')), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
    features: list(text()),
    labels: list(text()),
    person: text(),
    change: fc.option(said().filter(saysSomething), { nil: undefined }),
  }),
  object<FactOf<'attribution'>>({
    kind: is('attribution'),
    at: stamp(),
    owner: id(),
    instrument: id(),
    quoteAt: stamp(),
    label: text(),
    base: number(),
    values: list(number()),
    pushes: list(number()),
  }),
)

export const fact: fc.Arbitrary<Fact> = fc.oneof(
  { weight: 25, arbitrary: plain },
  {
    weight: 1,
    arbitrary: object<SnapshotFact>({
      kind: is('snapshot'),
      requester: text(),
      facts: list(plain),
      seqs: fc.dictionary(text(), id(), { maxKeys: 4, noNullPrototype: true }),
    }),
  },
)

export const envelope: fc.Arbitrary<Envelope> = object<Envelope>({
  version: fc.constant(1),
  source: text(),
  mode: among(MODES),
  profile: text(),
  epoch: whole(0, 100_000),
  seq: whole(0, 2 ** 40),
  at: whole(0, 2 ** 51),
  body: fact,
})
