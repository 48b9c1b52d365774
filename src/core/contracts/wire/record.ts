import { MODES } from '../index.ts'
import type { RandomState } from '../../domain/index.ts'
import type { ExchangeRecord, MarketMark } from '../../exchange/record.ts'
import type {
  GatewayRecord,
  OpenedRecord,
  ResetRecord,
  VenueSeqRecord,
} from '../../journal/record.ts'
import { accountBody, positionBody, settlementBody } from './account.ts'
import { bodies, body, inner } from './body.ts'
import { limitsBody } from './limits.ts'
import { fillBody, orderBody, orderTermsWire, targetBody } from './order.ts'
import { choice, natural, number, text, ticks, whole } from './scalar.ts'
import type { Slot, Wire } from './shape.ts'
import { WrongShape } from './shape.ts'
import { stateBody } from './state.ts'
import { isList, list, tuple } from './tuple.ts'
import { NUMBERED_REPORTS } from './venue.ts'

/** What a gateway journals: facts under the numbers that they have on the wire, and 192 on. */
export const GATEWAY_RECORDS = bodies<GatewayRecord>({
  order: orderBody,
  fill: fillBody,
  state: stateBody,
  limits: limitsBody,
  settlement: settlementBody,
  target: targetBody,
  position: positionBody,
  account: accountBody,
  opened: body<OpenedRecord>('opened', 192, {
    at: whole(),
    mode: choice(MODES),
    profile: text(),
    tradingDay: whole(),
    cash: whole(),
  }),
  'venue-seq': body<VenueSeqRecord>('venue-seq', 193, { seq: natural() }),
  reset: body<ResetRecord>('reset', 194, {
    at: whole(),
    command: text(),
    person: text(),
    cash: whole(),
    venueSeq: natural(),
  }),
})

type Of<Kind extends string> = Extract<ExchangeRecord, { readonly kind: Kind }>

const randomWire: Wire<RandomState> = {
  about: 'a list of 4 whole numbers',
  write: (state) => randomState(state),
  read: randomState,
}

function randomState(slot: Slot): RandomState {
  if (!isList(slot) || slot.length !== 4 || !slot.every(Number.isSafeInteger)) {
    throw new WrongShape('a list of 4 whole numbers', slot)
  }
  return slot as unknown as RandomState
}

const markWire = tuple<MarketMark>({
  instrument: natural(),
  middle: ticks(),
  preSettlement: ticks(),
  last: ticks(),
  open: ticks(),
  high: ticks(),
  low: ticks(),
  volume: number(),
  turnover: number(),
  openInterest: number(),
})

/** Numbers 176–191: what the exchange journals. */
export const EXCHANGE_RECORDS = bodies<ExchangeRecord>({
  opened: body<Of<'opened'>>('opened', 176, {
    at: whole(),
    tradingDay: whole(),
    cash: whole(),
    seed: whole(),
  }),
  fenced: body<Of<'fenced'>>('fenced', 177, { at: whole(), epoch: natural() }),
  submitted: body<Of<'submitted'>>('submitted', 178, { at: whole(), order: orderTermsWire }),
  voided: body<Of<'voided'>>('voided', 179, { at: whole(), order: text() }),
  reported: body<Of<'reported'>>('reported', 180, { report: inner(NUMBERED_REPORTS) }),
  stepped: body<Of<'stepped'>>('stepped', 181, {
    at: whole(),
    step: whole(),
    random: randomWire,
    marks: list(markWire),
  }),
})
