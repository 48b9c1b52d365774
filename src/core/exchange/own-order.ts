import type { NumberedReport } from '../contracts/index.ts'
import { NO_PRICE, priceOf } from '../domain/index.ts'
import type { Instrument, Lots, OrderTerms, Price } from '../domain/index.ts'

/** A gateway's order as the exchange keeps it: what was asked for, and what became of it. */
export class OwnOrder {
  readonly terms: OrderTerms
  /** Undefined where the exchange does not know it; such an order is only ever rejected. */
  readonly instrument: Instrument | undefined
  /** Every numbered report about it, to answer the same again. */
  readonly reports: NumberedReport[] = []
  status: 'pending' | 'working' | 'filled' | 'cancelled' | 'rejected' = 'pending'
  filled = 0
  /** Its limit as a price; NaN for a market order. */
  readonly limitPrice: Price
  /**
   * Replay: lots of others that stand before it at its price, as estimated; a fraction where
   * cancels were shared out, Infinity where its level was not yet seen.
   */
  ahead = Infinity
  /** Replay: what was shown at its price on its side by the last quote; NaN where out of sight. */
  shown = NaN
  /** Simulated market: its place in the book, −1 when it is not there. */
  slot = -1

  constructor(terms: OrderTerms, instrument: Instrument | undefined) {
    this.terms = terms
    this.instrument = instrument
    this.limitPrice = instrument === undefined ? NO_PRICE : priceOf(instrument, terms.limit)
  }

  get left(): Lots {
    return (this.terms.volume - this.filled) as Lots
  }
}

/** Kinds that never rest: what is not filled at once is cancelled. */
export function isImmediate(order: OwnOrder): boolean {
  return order.terms.kind !== 'limit'
}
