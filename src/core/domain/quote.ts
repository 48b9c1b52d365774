import type { InstrumentId } from './identity.ts'
import type { Lots, Micros, Price } from './units.ts'

export const DEPTH = 5

/**
 * A five-level snapshot of one instrument. A venue that sends one level leaves the others empty:
 * price NaN, volume 0. Every number is always there; what is absent is NaN.
 *
 * Immutable once made, and made by `createQuote` alone, so that all quotes of the process share
 * one hidden class and the engine stays fast.
 */
export interface Quote {
  readonly kind: 'quote'
  readonly instrument: InstrumentId
  /** The venue's own stamp. */
  readonly at: Micros
  /** When it reached this machine; equal to `at` where the recording does not say. */
  readonly received: Micros
  /** Index among the rows of equal instrument and stamp. */
  readonly feedSeq: number
  readonly last: Price
  /** Lots traded since the trading day began. */
  readonly volume: number
  /** CNY traded since the trading day began. */
  readonly turnover: number
  readonly openInterest: number
  readonly open: Price
  readonly high: Price
  readonly low: Price
  readonly upperLimit: Price
  readonly lowerLimit: Price
  readonly preSettlement: Price
  /** Best first; plain arrays of five. */
  readonly bidPrices: readonly Price[]
  readonly bidVolumes: readonly Lots[]
  readonly askPrices: readonly Price[]
  readonly askVolumes: readonly Lots[]
}

/** The one constructor of quotes. Arrays are kept, not copied: the caller gives them up. */
export function createQuote(
  instrument: InstrumentId,
  at: Micros,
  received: Micros,
  feedSeq: number,
  last: Price,
  volume: number,
  turnover: number,
  openInterest: number,
  open: Price,
  high: Price,
  low: Price,
  upperLimit: Price,
  lowerLimit: Price,
  preSettlement: Price,
  bidPrices: readonly Price[],
  bidVolumes: readonly Lots[],
  askPrices: readonly Price[],
  askVolumes: readonly Lots[],
): Quote {
  return {
    kind: 'quote',
    instrument,
    at,
    received,
    feedSeq,
    last,
    volume,
    turnover,
    openInterest,
    open,
    high,
    low,
    upperLimit,
    lowerLimit,
    preSettlement,
    bidPrices,
    bidVolumes,
    askPrices,
    askVolumes,
  }
}
