import type {
  LedgerLine,
  NumberedReport,
  VenueLedger,
  VenueReport,
  VenueRequest,
} from '../index.ts'
import { ORDER_STATUSES } from '../../domain/index.ts'
import { bodies, body } from './body.ts'
import { fillWire, orderTermsWire } from './order.ts'
import { choice, flag, natural, number, text, ticks, whole } from './scalar.ts'
import type { Layout } from './tuple.ts'
import { list, pair, tuple } from './tuple.ts'

type Request<Kind extends string> = Extract<VenueRequest, { readonly kind: Kind }>
type Report<Kind extends string> = Extract<VenueReport, { readonly kind: Kind }>

/** Numbers 128–143: what a gateway asks of a venue. */
export const REQUESTS = bodies<VenueRequest>({
  login: body<Request<'login'>>('login', 128, { epoch: natural() }),
  submit: body<Request<'submit'>>('submit', 129, { epoch: natural(), order: orderTermsWire }),
  cancel: body<Request<'cancel'>>('cancel', 130, { epoch: natural(), order: text() }),
  query: body<Request<'query'>>('query', 131, { order: text() }),
  resend: body<Request<'resend'>>('resend', 132, { after: natural() }),
  ledger: body<Request<'ledger'>>('ledger', 133, {}),
  fence: body<Request<'fence'>>('fence', 134, { epoch: natural() }),
  reset: body<Request<'reset'>>('reset', 135, {
    epoch: natural(),
    command: text(),
    person: text(),
  }),
})

const NUMBERED: Layout<{ seq: number; at: Report<'accepted'>['at'] }> = {
  seq: natural(),
  at: whole(),
}

const numbered = {
  accepted: body<Report<'accepted'>>('accepted', 144, { ...NUMBERED, order: text() }),
  rejected: body<Report<'rejected'>>('rejected', 145, {
    ...NUMBERED,
    order: text(),
    code: text(),
    message: text(),
  }),
  filled: body<Report<'filled'>>('filled', 146, {
    ...NUMBERED,
    fill: fillWire,
    fee: whole(),
    closedToday: whole(),
  }),
  cancelled: body<Report<'cancelled'>>('cancelled', 147, {
    ...NUMBERED,
    order: text(),
    left: whole(),
    code: text(),
  }),
  settled: body<Report<'settled'>>('settled', 148, {
    ...NUMBERED,
    tradingDay: whole(),
    nextTradingDay: whole(),
    prices: list(pair(natural(), ticks())),
    expired: list(natural()),
  }),
  reset: body<Report<'reset'>>('reset', 149, {
    ...NUMBERED,
    command: text(),
    person: text(),
    cash: whole(),
  }),
}

export const NUMBERED_REPORTS = bodies<NumberedReport>(numbered)

const ledgerWire = tuple<VenueLedger>({
  seq: natural(),
  at: whole(),
  tradingDay: whole(),
  staticBalance: number(),
  closeProfit: number(),
  fees: number(),
  positions: list(
    tuple<LedgerLine>({
      instrument: natural(),
      longToday: whole(),
      longHistory: whole(),
      shortToday: whole(),
      shortHistory: whole(),
      cost: number(),
    }),
  ),
  working: list(text()),
})

/** Numbers 144–175: what a venue reports. */
export const REPORTS = bodies<VenueReport>({
  ...numbered,
  beat: body<Report<'beat'>>('beat', 160, { at: whole(), seq: natural() }),
  'logged-in': body<Report<'logged-in'>>('logged-in', 161, {
    at: whole(),
    epoch: natural(),
    seq: natural(),
  }),
  'order-status': body<Report<'order-status'>>('order-status', 162, {
    at: whole(),
    order: text(),
    status: choice([...ORDER_STATUSES, 'not-found']),
    filled: whole(),
    seq: natural(),
  }),
  'cancel-refused': body<Report<'cancel-refused'>>('cancel-refused', 163, {
    at: whole(),
    order: text(),
    code: text(),
  }),
  ledger: body<Report<'ledger'>>('ledger', 164, { at: whole(), ledger: ledgerWire }),
  connection: body<Report<'connection'>>('connection', 165, { at: whole(), connected: flag() }),
  'reset-refused': body<Report<'reset-refused'>>('reset-refused', 166, {
    at: whole(),
    command: text(),
    code: text(),
    message: text(),
  }),
})
