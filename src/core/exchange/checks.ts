import type { Failure } from '../contracts/index.ts'
import { explained, sayingsText } from '../contracts/index.ts'
import type { Fen, Instrument, InstrumentId, Micros, OrderTerms, Ticks } from '../domain/index.ts'
import { longLots, shortLots } from '../domain/index.ts'
import { feeOf, fen, notional } from '../domain/index.ts'
import type { Ledger } from './ledger.ts'
import type { OrderMarket } from './order-market.ts'
import type { OwnOrder } from './own-order.ts'

/** What an order is judged by when it reaches the exchange. */
export interface CheckedAgainst {
  readonly ledger: Ledger
  readonly market: OrderMarket
  /** Orders that still wait, of all instruments. */
  readonly working: readonly OwnOrder[]
  /** Contracts that ended. */
  readonly expired: ReadonlySet<InstrumentId>
  readonly sessionOpen: (instrument: InstrumentId, now: Micros) => boolean
}

/**
 * The exchange's own judgement of an order, independent of any gate before it.
 *
 * @returns why it is rejected, or undefined.
 */
export function refusalOf(
  terms: OrderTerms,
  instrument: Instrument | undefined,
  now: Micros,
  against: CheckedAgainst,
): Failure | undefined {
  if (instrument === undefined) {
    return explained('venue.unknown-instrument/not-listed', {
      order: terms.id,
      instrument: terms.instrument,
    })
  }
  if (!instrument.tradable) {
    return explained('venue.unknown-instrument/shown', {
      symbol: instrument.symbol,
      notes: sayingsText(instrument.notes),
    })
  }
  if (against.expired.has(instrument.id)) {
    return explained('venue.closed/ended', {
      symbol: instrument.symbol,
      day: String(instrument.expires),
    })
  }
  if (!against.sessionOpen(instrument.id, now)) {
    return explained('venue.closed/session', { symbol: instrument.symbol })
  }
  return (
    kindRefusal(terms, instrument) ??
    priceRefusal(terms, instrument, against.market) ??
    (terms.offset === 'open'
      ? fundsRefusal(terms, instrument, against)
      : closeRefusal(terms, instrument, against))
  )
}

function kindRefusal(terms: OrderTerms, instrument: Instrument): Failure | undefined {
  if (!instrument.orderKinds.includes(terms.kind)) {
    return explained('venue.kind/not-taken', {
      symbol: instrument.symbol,
      kinds: instrument.orderKinds.join(', '),
      kind: terms.kind,
    })
  }
  const most = terms.kind === 'market' ? instrument.maxMarketLots : instrument.maxLimitLots
  if (!Number.isSafeInteger(terms.volume) || terms.volume < 1 || terms.volume > most) {
    return explained('venue.volume/range', {
      symbol: instrument.symbol,
      most,
      kind: terms.kind,
      volume: terms.volume,
    })
  }
  return undefined
}

function priceRefusal(
  terms: OrderTerms,
  instrument: Instrument,
  market: OrderMarket,
): Failure | undefined {
  if (terms.kind === 'market') return undefined
  if (!Number.isSafeInteger(terms.limit)) {
    return explained('venue.off-tick/between', {
      order: terms.id,
      tick: instrument.tickSize,
      limit: terms.limit,
    })
  }
  const lower = market.lowerLimit(instrument.id)
  const upper = market.upperLimit(instrument.id)
  if (terms.limit <= 0 || terms.limit < lower || terms.limit > upper) {
    return explained('venue.price-limit/outside', {
      symbol: instrument.symbol,
      lower,
      upper,
      limit: terms.limit,
    })
  }
  return undefined
}

function closeRefusal(
  terms: OrderTerms,
  instrument: Instrument,
  against: CheckedAgainst,
): Failure | undefined {
  const position = against.ledger.position(instrument.id)
  const closesLong = terms.side === 'sell'
  const today = closesLong ? position.longToday.lots : position.shortToday.lots
  const all = closesLong ? longLots(position) : shortLots(position)
  let frozen = 0
  let frozenToday = 0
  for (const { terms: waiting, left } of against.working) {
    if (waiting.instrument !== terms.instrument || waiting.side !== terms.side) continue
    if (waiting.offset === 'open') continue
    frozen += left
    if (waiting.offset === 'closeToday') frozenToday += left
  }
  const freeToday = today - frozenToday
  const freeHistory = all - today - (frozen - frozenToday)
  let free = all - frozen
  if (terms.offset === 'closeToday') free = Math.min(free, freeToday)
  else if (instrument.closeRule === 'explicit') free = freeHistory
  if (terms.volume <= free) return undefined
  return explained('venue.close-volume/free', {
    symbol: instrument.symbol,
    offset: terms.offset,
    volume: terms.volume,
    free,
    held: all,
    today,
    frozen,
  })
}

function fundsRefusal(
  terms: OrderTerms,
  instrument: Instrument,
  against: CheckedAgainst,
): Failure | undefined {
  const { ledger, market, working } = against
  let available = ledger.available((id) => market.mark(id))
  for (const order of working) {
    if (order.terms.offset === 'open' && order.instrument !== undefined) {
      available = (available - needed(order.terms, order.instrument, order.left, market)) as Fen
    }
  }
  const cost = needed(terms, instrument, terms.volume, market)
  // Written so that an unknown cost is refused too.
  if (cost <= available) return undefined
  return explained('venue.funds/needs', { order: terms.id, cost, available })
}

/** Margin and fee in fen; NaN where a market order finds no price to be valued at. */
function needed(
  terms: OrderTerms,
  instrument: Instrument,
  volume: OrderTerms['volume'],
  market: OrderMarket,
): number {
  const price = terms.kind === 'market' ? marketPrice(terms, market) : terms.limit
  if (Number.isNaN(price)) return NaN
  const { long, short } = instrument.marginRatio
  const ratio = terms.side === 'buy' ? long : short
  const margin = fen(notional(instrument, price, volume) * ratio)
  return margin + feeOf(instrument, 'open', price, volume, 0 as OrderTerms['volume'])
}

/** The worst that a market order may pay; where limits are not known, the last price. */
function marketPrice(terms: OrderTerms, market: OrderMarket): Ticks {
  const upper = market.upperLimit(terms.instrument)
  return terms.side === 'buy' && Number.isFinite(upper) ? upper : market.mark(terms.instrument)
}
