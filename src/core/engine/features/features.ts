import type { Instrument, Quote, TradeEstimate } from '../../domain/index.ts'
import {
  createTradeEstimate,
  DEPTH,
  estimateWithinDay,
  MICROS_PER_SECOND,
  startsTradingDay,
} from '../../domain/index.ts'
import { FEATURE_COUNT, featureIndex } from './feature-table.ts'

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

const [BID, ASK, BID_LOTS, ASK_LOTS, MID, CHANGED_AT] = [0, 1, 2, 3, 4, 5] as const
const [SQUARE_SUM, FLOW_SUM, SIGNED_SUM, TRADED_SUM] = [6, 7, 8, 9] as const

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
  readonly #memory = new Float64Array(10)
  #previous: Quote | undefined
  #tick = -1

  constructor(instrument: Instrument) {
    this.#instrument = instrument
    this.#ticksPerUnit = instrument.tickScale / instrument.tickUnits
  }

  update(quote: Quote): void {
    const previous = this.#previous
    this.#previous = quote
    const continues = previous !== undefined && !startsTradingDay(previous, quote)
    if (!continues) this.#begin()
    const tick = (this.#tick + 1) | 0
    this.#tick = tick
    this.#book(quote, tick)
    if (continues) this.#trade(previous, quote, tick & FLOW_MASK)
  }

  #begin(): void {
    this.values.fill(0)
    this.#mids.fill(NaN)
    this.#squares.fill(0)
    this.#flows.fill(0)
    this.#signed.fill(0)
    this.#traded.fill(0)
    this.#tick = -1
    const memory = this.#memory
    memory.fill(0)
    memory[BID] = memory[MID] = NaN
    memory[CHANGED_AT] = Infinity
  }

  /** What the book says by itself, and against the one before it. */
  #book(quote: Quote, tick: number): void {
    const { values } = this
    const { bidPrices, bidVolumes, askPrices, askVolumes } = quote
    const ticksPerUnit = this.#ticksPerUnit
    const bidLots = bidVolumes[0]!
    const askLots = askVolumes[0]!
    const bid = bidLots > 0 ? bidPrices[0]! : -Infinity
    const ask = askLots > 0 ? askPrices[0]! : Infinity
    const mid = (bid + ask) / 2
    let bidSum: number = bidLots
    let askSum: number = askLots
    let bidWeight: number = bidLots
    let askWeight: number = askLots
    let lean = (bid - mid) * bidLots + (ask - mid) * askLots
    for (let level = 1; level < DEPTH; level++) {
      const bids = bidVolumes[level]!
      const asks = askVolumes[level]!
      bidSum += bids
      askSum += asks
      bidWeight += (level + 1) * bids
      askWeight += (level + 1) * asks
      if (bids > 0) lean += (bidPrices[level]! - mid) * bids
      if (asks > 0) lean += (askPrices[level]! - mid) * asks
    }
    const top = bidLots + askLots
    const depth = bidSum + askSum
    const weight = bidWeight + askWeight
    const imbalance = top > 0 ? (bidLots - askLots) / top : 0
    const twoSided = ask - bid < Infinity
    const spread = twoSided ? (ask - bid) * ticksPerUnit : Number.NaN
    values[TOP_IMBALANCE] = imbalance
    values[DEPTH_IMBALANCE] = depth > 0 ? (bidSum - askSum) / depth : 0
    values[BOOK_SLOPE] = weight > 0 ? (bidWeight - askWeight) / weight : 0
    values[SPREAD] = spread
    values[MICROPRICE_OFFSET] = (spread * imbalance) / 2
    values[DEPTH_PRICE_OFFSET] = twoSided ? (lean / depth) * ticksPerUnit : Number.NaN

    const { last, upperLimit, lowerLimit } = quote
    const band = upperLimit > lowerLimit ? upperLimit - lowerLimit : Number.NaN
    const nearest = upperLimit - last < last - lowerLimit ? upperLimit - last : last - lowerLimit
    values[LIMIT_PROXIMITY] = nearest / band

    const memory = this.#memory
    const midBefore = memory[MID]!
    let midNow = midBefore
    let square = 0
    if (twoSided) {
      midNow = Math.round(bid * ticksPerUnit) + Math.round(ask * ticksPerUnit)
      if (midNow !== midBefore) {
        memory[MID] = midNow
        memory[CHANGED_AT] = quote.at
        const change = midNow - midBefore
        square = change === change ? change * change : 0
      }
    }
    const mids = this.#mids
    const slot = tick & VOLATILITY_MASK
    const squareSum = memory[SQUARE_SUM]! + square - this.#squares[slot]!
    memory[SQUARE_SUM] = squareSum
    this.#squares[slot] = square
    values[REALISED_VOLATILITY_64] = Math.sqrt(squareSum) / 2
    values[MOMENTUM_4] = difference(midNow, mids[(tick - 4) & VOLATILITY_MASK]!)
    values[MOMENTUM_16] = difference(midNow, mids[(tick - 16) & VOLATILITY_MASK]!)
    values[MOMENTUM_64] = difference(midNow, mids[slot]!)
    mids[slot] = midNow
    const calm = (quote.at - memory[CHANGED_AT]!) / MICROS_PER_SECOND
    values[SECONDS_SINCE_MID_CHANGE] = Math.max(0, Math.min(LONGEST_CALM, calm))

    const bidBefore = memory[BID]!
    if (bidBefore !== bidBefore) {
      memory[BID] = bid
      memory[ASK] = ask
      memory[BID_LOTS] = bidLots
      memory[ASK_LOTS] = askLots
      return
    }
    const askBefore = memory[ASK]!
    const bidLotsBefore = memory[BID_LOTS]!
    const askLotsBefore = memory[ASK_LOTS]!
    memory[BID] = bid
    memory[ASK] = ask
    memory[BID_LOTS] = bidLots
    memory[ASK_LOTS] = askLots
    const flow =
      (bid >= bidBefore ? bidLots : 0) -
      (bid <= bidBefore ? bidLotsBefore : 0) -
      (ask <= askBefore ? askLots : 0) +
      (ask >= askBefore ? askLotsBefore : 0)
    const flowSlot = tick & FLOW_MASK
    const flowSum = memory[FLOW_SUM]! + flow - this.#flows[flowSlot]!
    memory[FLOW_SUM] = flowSum
    this.#flows[flowSlot] = flow
    values[ORDER_FLOW_IMBALANCE] = flow
    values[ORDER_FLOW_IMBALANCE_32] = flowSum
    let standing = bid === bidBefore ? bidLots : 0
    if (bid > bidBefore && bidBefore > -Infinity) {
      let level = 1
      while (level < DEPTH && bidPrices[level]! > bidBefore) level++
      if (level === DEPTH || !(bidVolumes[level]! > 0)) standing = bidLotsBefore
      else if (bidPrices[level] === bidBefore) standing = bidVolumes[level]!
    }
    values[BID_QUEUE_CHANGE] = standing - bidLotsBefore
    standing = ask === askBefore ? askLots : 0
    if (ask < askBefore && askBefore < Infinity) {
      let level = 1
      while (level < DEPTH && askPrices[level]! < askBefore) level++
      if (level === DEPTH || !(askVolumes[level]! > 0)) standing = askLotsBefore
      else if (askPrices[level] === askBefore) standing = askVolumes[level]!
    }
    values[ASK_QUEUE_CHANGE] = standing - askLotsBefore
  }

  /** What was traded. */
  #trade(previous: Quote, quote: Quote, slot: number): void {
    const { values } = this
    const memory = this.#memory
    const estimate = this.#estimate
    estimateWithinDay(this.#instrument, previous, quote, estimate)
    const { volume, sign } = estimate
    const signed = Math.round(sign * volume * SIGN_STEPS)
    const tradedSum = memory[TRADED_SUM]! + volume - this.#traded[slot]!
    const signedSum = memory[SIGNED_SUM]! + signed - this.#signed[slot]!
    memory[TRADED_SUM] = tradedSum
    memory[SIGNED_SUM] = signedSum
    this.#traded[slot] = volume
    this.#signed[slot] = signed
    values[TRADE_SIGN] = sign
    values[TRADE_UNCERTAINTY] = estimate.uncertainty
    values[TRADE_IMBALANCE_32] = tradedSum > 0 ? signedSum / (tradedSum * SIGN_STEPS) : 0
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
