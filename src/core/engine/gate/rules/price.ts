import type { Failure } from '../../../contracts/index.ts'
import { explained } from '../../../contracts/index.ts'
import type { Instrument, Price, Ticks } from '../../../domain/index.ts'
import { OFFSETS, priceOf, SIDES, ticksOf } from '../../../domain/index.ts'
import type { Rule } from './rule.ts'

/** A kind that the product takes, a side and an offset: what is none of these passes no rule. */
export const orderKind: Rule = ({ ticket, instrument }) => {
  const { kind, side, offset } = ticket
  if (!SIDES.includes(side) || !OFFSETS.includes(offset)) {
    return explained('risk.kind/side', { side, offset })
  }
  if (instrument.orderKinds.includes(kind)) return undefined
  const kinds = instrument.orderKinds.join(', ')
  return explained('risk.kind/not-taken', { symbol: instrument.symbol, kinds, kind })
}

/** A limit price is a whole, positive number of ticks; a market order has none. */
export const priceOnTick: Rule = ({ ticket }) => {
  const { kind, limit } = ticket
  if (kind === 'market') {
    return Number.isNaN(limit) ? undefined : explained('risk.price/market', { limit })
  }
  if (!Number.isFinite(limit)) return explained('risk.price/no-number', { limit })
  if (!Number.isSafeInteger(limit)) {
    return explained('risk.off-tick/between', { limit })
  }
  return limit > 0 ? undefined : explained('risk.price/not-positive', { limit })
}

/** Inside the day's price limits. A limit that a recording lacks stands aside, that one alone. */
export const insidePriceLimits: Rule = ({ ticket, instrument, quote }, view) => {
  if (ticket.kind === 'market') return undefined
  const upper = ticksOf(instrument, quote?.upperLimit ?? (NaN as Price))
  const lower = ticksOf(instrument, quote?.lowerLimit ?? (NaN as Price))
  if ((Number.isNaN(upper) || Number.isNaN(lower)) && !view.priceLimitsMayLack) {
    return explained('risk.price-limit/none', { symbol: instrument.symbol })
  }
  if (!(ticket.limit > upper) && !(ticket.limit < lower)) return undefined
  return explained('risk.price-limit/outside', {
    price: priceOf(instrument, ticket.limit),
    lower: priceOf(instrument, lower),
    upper: priceOf(instrument, upper),
  })
}

/**
 * No further beyond the other side's best than the collar. Without any price to compare with,
 * the order is refused; a market order needs the same price, to be valued by.
 */
export const collar: Rule = ({ ticket, instrument, quote, limits }) => {
  const reference = quote === undefined ? NaN : bestOpposite(quote, ticket.side)
  if (!(reference > 0) || !Number.isFinite(reference)) {
    return explained('risk.price/none', { symbol: instrument.symbol })
  }
  if (ticket.kind === 'market') return undefined
  return beyond(instrument, ticket.side, ticket.limit, reference, limits.collarRatio)
}

function bestOpposite(
  quote: { bidPrices: readonly Price[]; askPrices: readonly Price[]; last: Price },
  side: 'buy' | 'sell',
): number {
  const best = (side === 'buy' ? quote.askPrices[0] : quote.bidPrices[0]) ?? NaN
  return best > 0 ? best : quote.last
}

function beyond(
  instrument: Instrument,
  side: 'buy' | 'sell',
  limit: Ticks,
  reference: number,
  ratio: number,
): Failure | undefined {
  const price = priceOf(instrument, limit)
  const distance = (side === 'buy' ? price - reference : reference - price) / reference
  if (distance <= ratio) return undefined
  return explained('risk.collar/beyond', {
    price,
    distance: (distance * 100).toFixed(2),
    reference,
    collar: (ratio * 100).toFixed(2),
  })
}
