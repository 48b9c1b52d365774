import type { VenueReport, VenueRequest } from '../../../src/core/contracts/index.ts'
import { ORDER_KINDS, createQuote } from '../../../src/core/domain/index.ts'
import type {
  Epoch,
  Fen,
  Instrument,
  InstrumentId,
  IntentId,
  Lots,
  Micros,
  OrderId,
  OrderTerms,
  OwnerId,
  Price,
  Quote,
  Ticks,
  TradingDay,
} from '../../../src/core/domain/index.ts'
import { createReplayExchange } from '../../../src/core/exchange/index.ts'
import type { ReplayExchangeOptions } from '../../../src/core/exchange/index.ts'
import { instrumentFixture } from '../instrument-fixture.ts'

export const DAY = 20200821 as TradingDay
export const NEXT_DAY = 20200824 as TradingDay
export const START = 1_598_000_000_000_000 as Micros
export const CASH = 1_000_000_000 as Fen
export const SILVER: Instrument = instrumentFixture({
  orderKinds: ORDER_KINDS,
  maxMarketLots: 60 as Lots,
})
export const FIVE = [5, 5, 5, 5, 5]

export const after = (millis: number): Micros => (START + millis * 1_000) as Micros

export interface Shown {
  readonly at?: Micros
  readonly instrument?: number
  readonly last?: number
  readonly volume?: number
  /** CNY; the whole volume at the last price where left out. */
  readonly turnover?: number
  readonly bids?: readonly (readonly [price: number, lots: number])[]
  readonly asks?: readonly (readonly [price: number, lots: number])[]
  readonly low?: number
  readonly high?: number
  readonly preSettlement?: number
}

/** A quote of the silver contract, tick 1, 15 units a lot, limits 4,000 and 6,000. */
export function shown(parts: Shown): Quote {
  const { at = START, last = 5_000, volume = 0, bids = [], asks = [] } = parts
  const prices = (levels: typeof bids) => FIVE.map((_, i) => (levels[i]?.[0] ?? NaN) as Price)
  const volumes = (levels: typeof bids) => FIVE.map((_, i) => (levels[i]?.[1] ?? 0) as Lots)
  return createQuote(
    (parts.instrument ?? 0) as InstrumentId,
    at,
    at,
    0,
    last as Price,
    volume,
    parts.turnover ?? volume * last * 15,
    100,
    5_000 as Price,
    (parts.high ?? 6_000) as Price,
    (parts.low ?? 4_000) as Price,
    6_000 as Price,
    4_000 as Price,
    (parts.preSettlement ?? 5_000) as Price,
    prices(bids),
    volumes(bids),
    prices(asks),
    volumes(asks),
  )
}

export interface Ticket {
  readonly id?: string
  readonly instrument?: number
  readonly side?: OrderTerms['side']
  readonly offset?: OrderTerms['offset']
  readonly kind?: OrderTerms['kind']
  readonly limit?: number
  readonly volume?: number
}

export function terms(ticket: Ticket): OrderTerms {
  const { id = 'a', side = 'buy', offset = 'open', kind = 'limit' } = ticket
  return {
    id: id as OrderId,
    intent: `intent-${id}` as IntentId,
    owner: 1 as OwnerId,
    instrument: (ticket.instrument ?? 0) as InstrumentId,
    side,
    offset,
    kind,
    limit: (kind === 'market' ? NaN : (ticket.limit ?? 5_000)) as Ticks,
    volume: (ticket.volume ?? 1) as Lots,
    createdAt: START,
  }
}

export function submit(ticket: Ticket, epoch = 1): VenueRequest {
  return { kind: 'submit', epoch: epoch as Epoch, order: terms(ticket) }
}

export function cancel(id: string, epoch = 1): VenueRequest {
  return { kind: 'cancel', epoch: epoch as Epoch, order: id as OrderId }
}

export function query(id: string): VenueRequest {
  return { kind: 'query', order: id as OrderId }
}

export function replayOptions(parts: Partial<ReplayExchangeOptions> = {}): ReplayExchangeOptions {
  return {
    instruments: [SILVER],
    initialCash: CASH,
    tradingDay: DAY,
    rule: 'conservative',
    tradingDayOf: () => DAY,
    nextTradingDay: () => NEXT_DAY,
    ...parts,
  }
}

export function replay(parts: Partial<ReplayExchangeOptions> = {}) {
  return createReplayExchange(replayOptions(parts))
}

/** Reports in few words: what a person would say happened. Beats are left out. */
export function told(reports: readonly VenueReport[]): string[] {
  return reports.flatMap((report) => {
    switch (report.kind) {
      case 'accepted':
        return [`${report.order} accepted`]
      case 'rejected':
        return [`${report.order} ${report.code}`]
      case 'filled':
        return [`${report.fill.order} filled ${report.fill.volume} at ${report.fill.price}`]
      case 'cancelled':
        return [`${report.order} cancelled ${report.left} ${report.code}`]
      case 'settled':
        return [
          `settled ${report.tradingDay}: ${report.prices.map((pair) => pair.join('=')).join(' ')}`,
        ]
      case 'order-status':
        return [`${report.order} is ${report.status}, filled ${report.filled}`]
      case 'cancel-refused':
        return [`${report.order} not cancelled: ${report.code}`]
      case 'logged-in':
        return [`epoch ${report.epoch}`]
      default:
        return []
    }
  })
}
