import type { MarketTrade } from '../contracts/facts.ts'
import type { Instrument } from './instrument.ts'
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

/**
 * Whether a snapshot belongs to a later trading day than the one before it: a day's volume only
 * grows, and its opening price and the settlement price before it never change once known.
 * Turnover says nothing here: on CZCE it falls within a day.
 */
export function startsTradingDay(previous: Quote, quote: Quote): boolean {
  return (
    quote.volume < previous.volume ||
    differs(previous.open, quote.open) ||
    differs(previous.preSettlement, quote.preSettlement)
  )
}

/**
 * Fills `estimate` from two consecutive snapshots of one instrument.
 *
 * Mean price = Δturnover / (Δvolume × multiplier). Were all lots traded at the best prices of the
 * previous snapshot, the mean lies between them by the share that bought, so
 * sign = (2 × mean − bid − ask) / (ask − bid), held within −1 and +1. Where the book moved, the
 * new snapshot's prices may say otherwise: uncertainty = 1 − |sign by old + sign by new| / 2.
 * This is the quote rule of Lee and Ready (Journal of Finance, 1991) made continuous.
 *
 * A mean over a tick outside the best prices of both snapshots is not believed, nor is one without
 * a usable multiplier, nor any of CZCE, where turnover is the day's rounded mean times volume.
 * `last` then stands in for it and uncertainty is at least a half; without it sign is 0 and
 * uncertainty 1. The same holds at a turn of the trading day, where the old book says nothing:
 * volume is then all that the new day has traded.
 *
 * @returns whether anything was traded.
 */
export function estimateTrade(
  instrument: Instrument,
  previous: Quote,
  quote: Quote,
  estimate: TradeEstimate,
): boolean {
  const turned = startsTradingDay(previous, quote)
  const volume = turned ? quote.volume : quote.volume - previous.volume
  estimate.sign = 0
  if (!(volume > 0)) {
    estimate.volume = 0
    estimate.price = NaN
    estimate.uncertainty = 0
    return false
  }
  estimate.volume = volume
  estimate.uncertainty = 1
  const exact = instrument.exchange !== 'CZCE' && instrument.multiplier > 0
  const turnover = turned ? quote.turnover : quote.turnover - previous.turnover
  const mean = exact ? turnover / (volume * instrument.multiplier) : NaN
  if (turned) {
    estimate.price = mean > 0 ? mean : quote.last
    return true
  }
  const tick = instrument.tickSize
  const oldBid = best(previous.bidPrices, previous.bidVolumes)
  const oldAsk = best(previous.askPrices, previous.askVolumes)
  const newBid = best(quote.bidPrices, quote.bidVolumes)
  const newAsk = best(quote.askPrices, quote.askVolumes)
  const believed =
    mean >= lowest(lowest(oldBid, oldAsk), lowest(newBid, newAsk)) - tick &&
    mean <= highest(highest(oldBid, oldAsk), highest(newBid, newAsk)) + tick
  const price = believed ? mean : quote.last
  estimate.price = price
  const old = signBetween(price, oldBid, oldAsk, tick)
  const agreed = Math.abs(old + signBetween(price, newBid, newAsk, tick)) / 2
  estimate.sign = old
  estimate.uncertainty = believed ? 1 - agreed : 1 - agreed / 2
  return true
}

/** The trade of the market between two snapshots, or undefined when nothing was traded. */
export function inferTrade(
  instrument: Instrument,
  previous: Quote,
  quote: Quote,
): MarketTrade | undefined {
  const estimate = createTradeEstimate()
  if (!estimateTrade(instrument, previous, quote, estimate)) return undefined
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

/** Where only one side stands, lots were traded there, as far as the price agrees. */
function signBetween(price: number, bid: number, ask: number, tick: number): number {
  if (ask > bid) {
    const sign = (2 * price - bid - ask) / (ask - bid)
    return sign > 1 ? 1 : sign < -1 ? -1 : sign === sign ? sign : 0
  }
  if (bid !== bid && price > ask - tick / 2) return 1
  if (ask !== ask && price < bid + tick / 2) return -1
  return 0
}

function best(prices: readonly Price[], volumes: readonly Lots[]): number {
  return volumes[0]! > 0 ? prices[0]! : NaN
}

function differs(before: number, now: number): boolean {
  return before !== now && before === before && now === now
}

/** NaN, an empty side, gives way to the other. */
function lowest(one: number, other: number): number {
  return one < other || other !== other ? one : other
}

function highest(one: number, other: number): number {
  return one > other || other !== other ? one : other
}
