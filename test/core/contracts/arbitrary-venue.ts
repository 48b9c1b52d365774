import * as fc from 'fast-check'
import type {
  LedgerLine,
  NumberedReport,
  VenueLedger,
  VenueReport,
  VenueRequest,
} from '../../../src/core/contracts/index.ts'
import { ERROR_CODES, MODES } from '../../../src/core/contracts/index.ts'
import { ORDER_STATUSES } from '../../../src/core/domain/index.ts'
import type { ExchangeRecord, MarketMark } from '../../../src/core/exchange/record.ts'
import type { GatewayRecord } from '../../../src/core/journal/index.ts'
import { among, id, is, list, number, object, stamp, text, ticks, whole } from './arbitrary.ts'
import { account, limitsFact, position, settlement, state } from './arbitrary-facts.ts'
import { fill, fillFact, orderFact, orderTerms, targetFact } from './arbitrary-orders.ts'

type Report<Kind extends string> = Extract<VenueReport, { readonly kind: Kind }>
type Request<Kind extends string> = Extract<VenueRequest, { readonly kind: Kind }>
type Stored<Kind extends string> = Extract<ExchangeRecord, { readonly kind: Kind }>
type Kept<Kind extends string> = Extract<GatewayRecord, { readonly kind: Kind }>

const NUMBERED = { seq: id<number>(), at: stamp<never>() }

const numbered: fc.Arbitrary<NumberedReport> = fc.oneof(
  object<Report<'accepted'>>({ kind: is('accepted'), ...NUMBERED, order: text() }),
  object<Report<'rejected'>>({
    kind: is('rejected'),
    ...NUMBERED,
    order: text(),
    code: among(ERROR_CODES),
    message: text(),
  }),
  object<Report<'filled'>>({
    kind: is('filled'),
    ...NUMBERED,
    fill,
    fee: whole(),
    closedToday: whole(),
  }),
  object<Report<'cancelled'>>({
    kind: is('cancelled'),
    ...NUMBERED,
    order: text(),
    left: whole(),
    code: among(ERROR_CODES),
  }),
  object<Report<'settled'>>({
    kind: is('settled'),
    ...NUMBERED,
    tradingDay: whole(),
    nextTradingDay: whole(),
    prices: list(fc.tuple(id<never>(), ticks<never>())),
    expired: list(id()),
  }),
  object<Report<'reset'>>({
    kind: is('reset'),
    ...NUMBERED,
    command: text(),
    person: text(),
    cash: whole(),
  }),
)

const ledger = object<VenueLedger>({
  ...NUMBERED,
  tradingDay: whole(),
  staticBalance: stamp(),
  closeProfit: stamp(),
  fees: stamp(),
  positions: list(
    object<LedgerLine>({
      instrument: id(),
      longToday: whole(),
      longHistory: whole(),
      shortToday: whole(),
      shortHistory: whole(),
      cost: whole(),
    }),
  ),
  working: list(text()),
})

export const report: fc.Arbitrary<VenueReport> = fc.oneof(
  numbered,
  object<Report<'beat'>>({ kind: is('beat'), ...NUMBERED }),
  object<Report<'logged-in'>>({ kind: is('logged-in'), ...NUMBERED, epoch: id() }),
  object<Report<'order-status'>>({
    kind: is('order-status'),
    ...NUMBERED,
    order: text(),
    status: among([...ORDER_STATUSES, 'not-found'] as const),
    filled: whole(),
  }),
  object<Report<'cancel-refused'>>({
    kind: is('cancel-refused'),
    at: stamp(),
    order: text(),
    code: among(ERROR_CODES),
  }),
  object<Report<'reset-refused'>>({
    kind: is('reset-refused'),
    at: stamp(),
    command: text(),
    code: among(ERROR_CODES),
    message: text(),
  }),
  object<Report<'ledger'>>({ kind: is('ledger'), at: stamp(), ledger }),
  object<Report<'connection'>>({ kind: is('connection'), at: stamp(), connected: fc.boolean() }),
)

export const request: fc.Arbitrary<VenueRequest> = fc.oneof(
  object<Request<'login'>>({ kind: is('login'), epoch: id() }),
  object<Request<'submit'>>({ kind: is('submit'), epoch: id(), order: orderTerms }),
  object<Request<'cancel'>>({ kind: is('cancel'), epoch: id(), order: text() }),
  object<Request<'query'>>({ kind: is('query'), order: text() }),
  object<Request<'resend'>>({ kind: is('resend'), after: id() }),
  object<Request<'ledger'>>({ kind: is('ledger') }),
  object<Request<'fence'>>({ kind: is('fence'), epoch: id() }),
  object<Request<'reset'>>({ kind: is('reset'), epoch: id(), command: text(), person: text() }),
)

export const exchangeRecord: fc.Arbitrary<ExchangeRecord> = fc.oneof(
  object<Stored<'opened'>>({
    kind: is('opened'),
    at: stamp(),
    tradingDay: whole(),
    cash: stamp(),
    seed: stamp(),
  }),
  object<Stored<'fenced'>>({ kind: is('fenced'), at: stamp(), epoch: id() }),
  object<Stored<'submitted'>>({ kind: is('submitted'), at: stamp(), order: orderTerms }),
  object<Stored<'voided'>>({ kind: is('voided'), at: stamp(), order: text() }),
  object<Stored<'reported'>>({ kind: is('reported'), report: numbered }),
  object<Stored<'stepped'>>({
    kind: is('stepped'),
    at: stamp(),
    step: whole(),
    random: fc.tuple(whole(), whole(), whole(), whole()),
    marks: list(
      object<MarketMark>({
        instrument: id(),
        middle: ticks(),
        preSettlement: ticks(),
        last: ticks(),
        open: ticks(),
        high: ticks(),
        low: ticks(),
        volume: number(),
        turnover: number(),
        openInterest: number(),
      }),
    ),
  }),
)

export const gatewayRecord: fc.Arbitrary<GatewayRecord> = fc.oneof(
  orderFact,
  fillFact,
  state,
  limitsFact,
  settlement,
  targetFact,
  position,
  account,
  object<Kept<'opened'>>({
    kind: is('opened'),
    at: stamp(),
    mode: among(MODES),
    profile: text(),
    tradingDay: whole(),
    cash: stamp(),
  }),
  object<Kept<'venue-seq'>>({ kind: is('venue-seq'), seq: id() }),
  object<Kept<'reset'>>({
    kind: is('reset'),
    at: stamp(),
    command: text(),
    person: text(),
    cash: stamp(),
    venueSeq: id(),
  }),
)
