import type { Instrument } from './instrument.ts'
import type { MarketTrade } from './market-trade.ts'
import type { Quote } from './quote.ts'
import type { Lots, Price } from './units.ts'

/**
 * What two consecutive snapshots say about the lots traded between them. One object is refilled
 * for pair after pair, so that the tick path allocates nothing.
 */
export interface TradeEstimate {
  /** Lots; 0 when nothing was traded, and then `price` is NaN and the rest 0. */
  volume: number
  /** Mean price of those lots; `last` where turnover cannot tell it. */
  price: number
  /** −1 all sold … +1 all bought. */
  sign: number
  /** 0 certain … 1 a guess. */
  uncertainty: number
}

export function createTradeEstimate(): TradeEstimate {
  return { volume: NaN, price: NaN, sign: NaN, uncertainty: NaN }
}

/** What of a snapshot tells its trading day from another. */
export type DayTotals = Pick<Quote, 'volume' | 'open' | 'preSettlement'>

/**
 * Whether a snapshot belongs to a later trading day than the one before it: a day's volume only
 * grows, and its opening price and the settlement price before it never change once known.
 * Turnover says nothing here: on CZCE it falls within a day.
 */
export function startsTradingDay(previous: DayTotals, quote: DayTotals): boolean {
  return (
    quote.volume < previous.volume ||
    differs(previous.open, quote.open) ||
    differs(previous.preSettlement, quote.preSettlement)
  )
}

/** What of an instrument the estimate needs, made once for the tick path. */
export interface TradeTerms {
  readonly tickSize: number
  /** Units a lot; NaN where turnover cannot tell a price. */
  readonly multiplier: number
}

/**
 * The terms of an instrument. Turnover of CZCE tells no price: it is the day's rounded mean times
 * volume, whatever was paid.
 */
export function tradeTerms(instrument: Instrument): TradeTerms {
  const { exchange, multiplier, tickSize } = instrument
  return { tickSize, multiplier: exchange !== 'CZCE' && multiplier > 0 ? multiplier : NaN }
}

/**
 * Fills `estimate` from two consecutive snapshots of one instrument.
 *
 * Mean price = Δturnover / (Δvolume × multiplier). Were all lots traded at the best prices of the
 * previous snapshot, the mean lies between them by the share that bought, so
 * sign = (2 × mean − bid − ask) / (ask − bid), held within −1 and +1. Where the book moved, the
 * new snapshot's prices may say otherwise: uncertainty = 1 − |sign by old + sign by new| / 2.
 * This is the quote rule of Lee and Ready (Journal of Finance, 1991) made continuous. An empty
 * side is taken to stand a tick beyond the other.
 *
 * A mean over a tick outside the best prices of both snapshots is not believed, nor is one without
 * a usable multiplier. `last` then stands in for it and uncertainty is at least a half; where
 * neither tells anything, sign is 0 and uncertainty 1. So it is, too, where a trading day turns
 * and the old book says nothing: volume is then all that the new day has traded.
 *
 * @returns whether anything was traded.
 */
export function estimateTrade(
  terms: TradeTerms,
  previous: Quote,
  quote: Quote,
  estimate: TradeEstimate,
): boolean {
  return startsTradingDay(previous, quote)
    ? estimateFirst(terms, quote, estimate)
    : estimateWithinDay(terms, previous, quote, estimate)
}

/**
 * `estimateTrade` for a caller who knows that both snapshots are of one trading day. Written for
 * V8: no helper that takes numbers (a call that is not inlined boxes them), `Number.NaN` (a branch
 * that ends in the global NaN is boxed), and no branch where arithmetic does.
 */
export function estimateWithinDay(
  terms: TradeTerms,
  previous: Quote,
  quote: Quote,
  estimate: TradeEstimate,
): boolean {
  const volume = quote.volume - previous.volume
  if (!(volume > 0)) return nothing(estimate)
  const tick = terms.tickSize
  let oldBid = best(previous.bidPrices, previous.bidVolumes)
  let oldAsk = best(previous.askPrices, previous.askVolumes)
  let newBid = best(quote.bidPrices, quote.bidVolumes)
  let newAsk = best(quote.askPrices, quote.askVolumes)
  if (oldBid !== oldBid) oldBid = oldAsk - tick
  if (oldAsk !== oldAsk) oldAsk = oldBid + tick
  if (newBid !== newBid) newBid = newAsk - tick
  if (newAsk !== newAsk) newAsk = newBid + tick
  const mean = (quote.turnover - previous.turnover) / (volume * terms.multiplier)
  const believed =
    (mean >= oldBid - tick || mean >= newBid - tick) &&
    (mean <= oldAsk + tick || mean <= newAsk + tick)
  const price = believed ? mean : quote.last
  const old = (2 * price - oldBid - oldAsk) / Math.abs(oldAsk - oldBid)
  const now = (2 * price - newBid - newAsk) / Math.abs(newAsk - newBid)
  // (|x + 1| − |x − 1|) / 2 holds x within −1 and 1, but for the last bit; of ±∞ it is NaN.
  const oldSign = Math.max(-1, Math.min(1, (Math.abs(old + 1) - Math.abs(old - 1)) / 2))
  const newSign = Math.max(-1, Math.min(1, (Math.abs(now + 1) - Math.abs(now - 1)) / 2))
  const agreed = Math.abs(oldSign + newSign) / 2
  estimate.volume = volume
  estimate.price = price
  estimate.sign = oldSign === oldSign ? oldSign : 0
  estimate.uncertainty = agreed === agreed ? (believed ? 1 - agreed : 1 - agreed / 2) : 1
  return true
}

function estimateFirst(terms: TradeTerms, quote: Quote, estimate: TradeEstimate): boolean {
  const { volume } = quote
  if (!(volume > 0)) return nothing(estimate)
  const mean = quote.turnover / (volume * terms.multiplier)
  estimate.volume = volume
  estimate.price = mean > 0 ? mean : quote.last
  estimate.sign = 0
  estimate.uncertainty = 1
  return true
}

function nothing(estimate: TradeEstimate): boolean {
  estimate.volume = 0
  estimate.price = Number.NaN
  estimate.sign = 0
  estimate.uncertainty = 0
  return false
}

/** The trade of the market between two snapshots, or undefined when nothing was traded. */
export function inferTrade(
  instrument: Instrument,
  previous: Quote,
  quote: Quote,
): MarketTrade | undefined {
  const estimate = createTradeEstimate()
  if (!estimateTrade(tradeTerms(instrument), previous, quote, estimate)) return undefined
  const { price, volume, sign, uncertainty } = estimate
  const told = uncertainty <= 0.5 && sign !== 0
  return {
    kind: 'trade',
    instrument: quote.instrument,
    at: quote.at,
    price: price as Price,
    volume: volume as Lots,
    side: told ? (sign > 0 ? 'buy' : 'sell') : 'unknown',
    sign,
    uncertainty,
  }
}

function best(prices: readonly Price[], volumes: readonly Lots[]): number {
  return volumes[0]! > 0 ? prices[0]! : Number.NaN
}

function differs(before: number, now: number): boolean {
  return before !== now && before === before && now === now
}
