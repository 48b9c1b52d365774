import type { InstrumentId, Lots, Micros, Price, Quote } from '../../src/core/domain/index.ts'
import { createQuote, DEPTH, NO_PRICE } from '../../src/core/domain/index.ts'

/** What of a quote a test may set; levels not named are empty. */
export interface QuoteTerms {
  readonly at?: number
  readonly last?: number
  readonly volume?: number
  readonly turnover?: number
  readonly openInterest?: number
  readonly open?: number
  readonly upperLimit?: number
  readonly lowerLimit?: number
  readonly preSettlement?: number
  /** Price and lots, best first. */
  readonly bids?: readonly (readonly [number, number])[]
  readonly asks?: readonly (readonly [number, number])[]
}

/** A quote of instrument 0: 100 lots bid at 6149, 50 asked at 6150, nothing traded yet. */
export function quoteFixture(terms: QuoteTerms = {}): Quote {
  const { bids = [[6149, 100]], asks = [[6150, 50]] } = terms
  const at = (terms.at ?? 0) as Micros
  return createQuote(
    0 as InstrumentId,
    at,
    at,
    0,
    (terms.last ?? 6150) as Price,
    terms.volume ?? 0,
    terms.turnover ?? 0,
    terms.openInterest ?? 0,
    (terms.open ?? NO_PRICE) as Price,
    NO_PRICE,
    NO_PRICE,
    (terms.upperLimit ?? NO_PRICE) as Price,
    (terms.lowerLimit ?? NO_PRICE) as Price,
    (terms.preSettlement ?? NO_PRICE) as Price,
    prices(bids),
    volumes(bids),
    prices(asks),
    volumes(asks),
  )
}

function prices(levels: readonly (readonly [number, number])[]): Price[] {
  return Array.from({ length: DEPTH }, (_, level) => (levels[level]?.[0] ?? NO_PRICE) as Price)
}

function volumes(levels: readonly (readonly [number, number])[]): Lots[] {
  return Array.from({ length: DEPTH }, (_, level) => (levels[level]?.[1] ?? 0) as Lots)
}
