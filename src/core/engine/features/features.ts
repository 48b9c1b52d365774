import type { Instrument, Quote, TradeEstimate } from '../../domain/index.ts'
import {
  createTradeEstimate,
  DEPTH,
  estimateTrade,
  MICROS_PER_SECOND,
  startsTradingDay,
} from '../../domain/index.ts'
import { FEATURE_COUNT, featureIndex } from './feature-table.ts'
import { queueChange } from './queue-change.ts'

/** The features of one instrument, updated tick by tick. */
export interface Features {
  /** One value each feature, in the order of `FEATURE_NAMES`; overwritten at every update. */
  readonly values: Float32Array
  /** Takes the next quote and updates `values` in place; allocates nothing. */
  update(quote: Quote): void
}

export function createFeatures(instrument: Instrument): Features {
  return new IncrementalFeatures(instrument)
}

export const FLOW_WINDOW = 32
export const VOLATILITY_WINDOW = 64
export const LONGEST_CALM = 60
export const SIGN_STEPS = 1_000

const FLOW_MASK = FLOW_WINDOW - 1
const VOLATILITY_MASK = VOLATILITY_WINDOW - 1

const TOP_IMBALANCE = featureIndex('top_imbalance')
const DEPTH_IMBALANCE = featureIndex('depth_imbalance')
const MICROPRICE_OFFSET = featureIndex('microprice_offset')
const SPREAD = featureIndex('spread')
const ORDER_FLOW_IMBALANCE = featureIndex('order_flow_imbalance')
const ORDER_FLOW_IMBALANCE_32 = featureIndex('order_flow_imbalance_32')
const BID_QUEUE_CHANGE = featureIndex('bid_queue_change')
const ASK_QUEUE_CHANGE = featureIndex('ask_queue_change')
const TRADE_SIGN = featureIndex('trade_sign')
const TRADE_UNCERTAINTY = featureIndex('trade_uncertainty')
const TRADE_IMBALANCE_32 = featureIndex('trade_imbalance_32')
const VOLUME_DELTA = featureIndex('volume_delta')
const OPEN_INTEREST_DELTA = featureIndex('open_interest_delta')
const REALISED_VOLATILITY_64 = featureIndex('realised_volatility_64')
const MOMENTUM_4 = featureIndex('momentum_4')
const MOMENTUM_16 = featureIndex('momentum_16')
const MOMENTUM_64 = featureIndex('momentum_64')
const SECONDS_SINCE_MID_CHANGE = featureIndex('seconds_since_mid_change')
const BOOK_SLOPE = featureIndex('book_slope')
const DEPTH_PRICE_OFFSET = featureIndex('depth_price_offset')
const LIMIT_PROXIMITY = featureIndex('limit_proximity')

/**
 * Sums over windows are sums of whole numbers (lots, half ticks, thousandths of a lot), so they
 * never drift and equal a sum made anew. Mids are counted in half ticks, bid + ask.
 */
class IncrementalFeatures implements Features {
  readonly values = new Float32Array(FEATURE_COUNT)
  readonly #instrument: Instrument
  readonly #ticksPerUnit: number
  readonly #estimate: TradeEstimate = createTradeEstimate()
  readonly #mids = new Float64Array(VOLATILITY_WINDOW)
  readonly #squares = new Float64Array(VOLATILITY_WINDOW)
  readonly #flows = new Float64Array(FLOW_WINDOW)
  readonly #signed = new Float64Array(FLOW_WINDOW)
  readonly #traded = new Float64Array(FLOW_WINDOW)
  #previous: Quote | undefined
  #tick = 0
  #mid = NaN
  #changedAt = NaN
  #squareSum = 0
  #flowSum = 0
  #signedSum = 0
  #tradedSum = 0

  constructor(instrument: Instrument) {
    this.#instrument = instrument
    this.#ticksPerUnit = instrument.tickScale / instrument.tickUnits
  }

  update(quote: Quote): void {
    const previous = this.#previous
    this.#previous = quote
    if (previous === undefined || startsTradingDay(previous, quote)) {
      this.#begin()
      this.#shape(quote)
      this.#price(quote)
      return
    }
    this.#tick = (this.#tick + 1) | 0
    this.#shape(quote)
    this.#price(quote)
    this.#flow(previous, quote)
    this.#trade(previous, quote)
  }

  #begin(): void {
    this.values.fill(0)
    this.#mids.fill(NaN)
    this.#squares.fill(0)
    this.#flows.fill(0)
    this.#signed.fill(0)
    this.#traded.fill(0)
    this.#tick = 0
    this.#mid = this.#changedAt = NaN
    this.#squareSum = this.#flowSum = this.#signedSum = this.#tradedSum = 0
  }

  /** What one snapshot says by itself. */
  #shape(quote: Quote): void {
    const { values } = this
    const { bidPrices, bidVolumes, askPrices, askVolumes } = quote
    const bid = bidPrices[0]!
    const ask = askPrices[0]!
    const bidTop = bidVolumes[0]!
    const askTop = askVolumes[0]!
    const mid = (bid + ask) / 2
    let bidSum = 0
    let askSum = 0
    let bidWeight = 0
    let askWeight = 0
    let lean = 0
    for (let level = 0; level < DEPTH; level++) {
      const bidLots = bidVolumes[level]!
      const askLots = askVolumes[level]!
      bidSum += bidLots
      askSum += askLots
      bidWeight += (level + 1) * bidLots
      askWeight += (level + 1) * askLots
      if (bidLots > 0) lean += (bidPrices[level]! - mid) * bidLots
      if (askLots > 0) lean += (askPrices[level]! - mid) * askLots
    }
    const top = bidTop + askTop
    const depth = bidSum + askSum
    const weight = bidWeight + askWeight
    const imbalance = top > 0 ? (bidTop - askTop) / top : 0
    const spread = bidTop > 0 && askTop > 0 ? (ask - bid) * this.#ticksPerUnit : NaN
    values[TOP_IMBALANCE] = imbalance
    values[DEPTH_IMBALANCE] = depth > 0 ? (bidSum - askSum) / depth : 0
    values[BOOK_SLOPE] = weight > 0 ? (bidWeight - askWeight) / weight : 0
    values[SPREAD] = spread
    values[MICROPRICE_OFFSET] = (spread * imbalance) / 2
    values[DEPTH_PRICE_OFFSET] = spread === spread ? (lean / depth) * this.#ticksPerUnit : NaN
    values[LIMIT_PROXIMITY] = proximity(quote.last, quote.lowerLimit, quote.upperLimit)
  }

  /** How the mid moved. */
  #price(quote: Quote): void {
    const { values } = this
    const mids = this.#mids
    const tick = this.#tick
    const before = this.#mid
    let mid = before
    let square = 0
    if (quote.bidVolumes[0]! > 0 && quote.askVolumes[0]! > 0) {
      const bid = Math.round(quote.bidPrices[0]! * this.#ticksPerUnit)
      const seen = bid + Math.round(quote.askPrices[0]! * this.#ticksPerUnit)
      if (seen === seen && seen !== before) {
        mid = this.#mid = seen
        this.#changedAt = quote.at
        const change = seen - before
        square = before === before ? change * change : 0
      }
    }
    const slot = tick & VOLATILITY_MASK
    this.#squareSum += square - this.#squares[slot]!
    this.#squares[slot] = square
    values[REALISED_VOLATILITY_64] = Math.sqrt(this.#squareSum) / 2
    values[MOMENTUM_4] = difference(mid, mids[(tick - 4) & VOLATILITY_MASK]!)
    values[MOMENTUM_16] = difference(mid, mids[(tick - 16) & VOLATILITY_MASK]!)
    values[MOMENTUM_64] = difference(mid, mids[slot]!)
    mids[slot] = mid
    const calm = (quote.at - this.#changedAt) / MICROS_PER_SECOND
    values[SECONDS_SINCE_MID_CHANGE] = calm > LONGEST_CALM ? LONGEST_CALM : calm > 0 ? calm : 0
  }

  /** How the best queues changed. */
  #flow(previous: Quote, quote: Quote): void {
    const { values } = this
    const bidBefore = previous.bidVolumes[0]!
    const askBefore = previous.askVolumes[0]!
    const bidNow = quote.bidVolumes[0]!
    const askNow = quote.askVolumes[0]!
    const oldBid = bidBefore > 0 ? previous.bidPrices[0]! : -Infinity
    const oldAsk = askBefore > 0 ? previous.askPrices[0]! : Infinity
    const newBid = bidNow > 0 ? quote.bidPrices[0]! : -Infinity
    const newAsk = askNow > 0 ? quote.askPrices[0]! : Infinity
    const flow =
      (newBid >= oldBid ? bidNow : 0) -
      (newBid <= oldBid ? bidBefore : 0) -
      (newAsk <= oldAsk ? askNow : 0) +
      (newAsk >= oldAsk ? askBefore : 0)
    const slot = this.#tick & FLOW_MASK
    this.#flowSum += flow - this.#flows[slot]!
    this.#flows[slot] = flow
    values[ORDER_FLOW_IMBALANCE] = flow
    values[ORDER_FLOW_IMBALANCE_32] = this.#flowSum
    values[BID_QUEUE_CHANGE] =
      newBid === oldBid
        ? bidNow - bidBefore
        : queueChange(quote.bidPrices, quote.bidVolumes, oldBid, bidBefore, 1)
    values[ASK_QUEUE_CHANGE] =
      newAsk === oldAsk
        ? askNow - askBefore
        : queueChange(quote.askPrices, quote.askVolumes, oldAsk, askBefore, -1)
  }

  /** What was traded. */
  #trade(previous: Quote, quote: Quote): void {
    const { values } = this
    const estimate = this.#estimate
    estimateTrade(this.#instrument, previous, quote, estimate)
    const volume = estimate.volume
    const signed = Math.round(estimate.sign * volume * SIGN_STEPS)
    const slot = this.#tick & FLOW_MASK
    this.#tradedSum += volume - this.#traded[slot]!
    this.#signedSum += signed - this.#signed[slot]!
    this.#traded[slot] = volume
    this.#signed[slot] = signed
    values[TRADE_SIGN] = estimate.sign
    values[TRADE_UNCERTAINTY] = estimate.uncertainty
    values[TRADE_IMBALANCE_32] =
      this.#tradedSum > 0 ? this.#signedSum / (this.#tradedSum * SIGN_STEPS) : 0
    values[VOLUME_DELTA] = volume
    const opened = quote.openInterest - previous.openInterest
    values[OPEN_INTEREST_DELTA] = opened === opened ? opened : 0
  }
}

/** Half ticks to ticks; 0 where either is not known. */
function difference(mid: number, before: number): number {
  const change = mid - before
  return change === change ? change / 2 : 0
}

function proximity(last: number, lower: number, upper: number): number {
  if (!(upper > lower)) return NaN
  return (upper - last < last - lower ? upper - last : last - lower) / (upper - lower)
}
