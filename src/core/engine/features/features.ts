import type { Instrument, Quote } from '../../domain/index.ts'
import { DEPTH, MICROS_PER_SECOND, startsTradingDay } from '../../domain/index.ts'
import { FEATURE_COUNT, featureIndex } from './feature-table.ts'
import { FLOW_WINDOW, TradeFlow } from './trade-flow.ts'

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

export const VOLATILITY_WINDOW = 64
/** Seconds after which a mid that stands still is as calm as can be. */
export const LONGEST_CALM = 60

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
const REALISED_VOLATILITY_64 = featureIndex('realised_volatility_64')
const MOMENTUM_4 = featureIndex('momentum_4')
const MOMENTUM_16 = featureIndex('momentum_16')
const MOMENTUM_64 = featureIndex('momentum_64')
const SECONDS_SINCE_MID_CHANGE = featureIndex('seconds_since_mid_change')
const BOOK_SLOPE = featureIndex('book_slope')
const DEPTH_PRICE_OFFSET = featureIndex('depth_price_offset')
const LIMIT_PROXIMITY = featureIndex('limit_proximity')

const BID = 0
const ASK = 1
const BID_LOTS = 2
const ASK_LOTS = 3
const MID = 4
const CHANGED_AT = 5
const SQUARE_SUM = 6
const FLOW_SUM = 7

/**
 * Sums over windows are sums of whole numbers (lots, quarters of a squared tick, thousandths of a
 * lot), so they never drift and equal a sum made anew. Mids are counted in half ticks, bid + ask.
 *
 * Written for V8, which boxes a number that crosses a call that is not inlined, or that joins a
 * branch with the global NaN: one long method, numbers kept in typed arrays, levels written out.
 */
class IncrementalFeatures implements Features {
  readonly values = new Float32Array(FEATURE_COUNT)
  readonly #ticksPerUnit: number
  readonly #trades: TradeFlow
  readonly #mids = new Float64Array(VOLATILITY_WINDOW)
  readonly #squares = new Float64Array(VOLATILITY_WINDOW)
  readonly #flows = new Float64Array(FLOW_WINDOW)
  /** The last best prices and lots, the mid, when it changed, and the running sums. */
  readonly #memory = new Float64Array(FLOW_SUM + 1)
  #previous: Quote | undefined
  #tick = -1

  constructor(instrument: Instrument) {
    this.#trades = new TradeFlow(instrument)
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
    if (continues) this.#trades.update(previous, quote, tick, this.values)
  }

  #begin(): void {
    this.values.fill(0)
    this.#mids.fill(NaN)
    this.#squares.fill(0)
    this.#flows.fill(0)
    this.#trades.begin()
    this.#tick = -1
    const memory = this.#memory
    memory.fill(0)
    memory[BID] = memory[MID] = NaN
    memory[CHANGED_AT] = Infinity
  }

  /** What the book says by itself, and against the one before. An empty side is at ±Infinity. */
  #book(quote: Quote, tick: number): void {
    const { values } = this
    const { bidPrices, bidVolumes, askPrices, askVolumes } = quote
    const ticksPerUnit = this.#ticksPerUnit
    const bidLots = bidVolumes[0]!
    const askLots = askVolumes[0]!
    const bid = bidLots > 0 ? bidPrices[0]! : -Infinity
    const ask = askLots > 0 ? askPrices[0]! : Infinity
    const mid = (bid + ask) / 2
    const bid2 = bidVolumes[1]!
    const bid3 = bidVolumes[2]!
    const bid4 = bidVolumes[3]!
    const bid5 = bidVolumes[4]!
    const ask2 = askVolumes[1]!
    const ask3 = askVolumes[2]!
    const ask4 = askVolumes[3]!
    const ask5 = askVolumes[4]!
    const bidSum = bidLots + bid2 + bid3 + bid4 + bid5
    const askSum = askLots + ask2 + ask3 + ask4 + ask5
    const bidWeight = bidLots + 2 * bid2 + 3 * bid3 + 4 * bid4 + 5 * bid5
    const askWeight = askLots + 2 * ask2 + 3 * ask3 + 4 * ask4 + 5 * ask5
    let lean = (bid - mid) * bidLots + (ask - mid) * askLots
    if (bid2 > 0) lean += (bidPrices[1]! - mid) * bid2
    if (ask2 > 0) lean += (askPrices[1]! - mid) * ask2
    if (bid3 > 0) lean += (bidPrices[2]! - mid) * bid3
    if (ask3 > 0) lean += (askPrices[2]! - mid) * ask3
    if (bid4 > 0) lean += (bidPrices[3]! - mid) * bid4
    if (ask4 > 0) lean += (askPrices[3]! - mid) * ask4
    if (bid5 > 0) lean += (bidPrices[4]! - mid) * bid5
    if (ask5 > 0) lean += (askPrices[4]! - mid) * ask5
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
      midNow = Math.floor(bid * ticksPerUnit + 0.5) + Math.floor(ask * ticksPerUnit + 0.5)
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
}

/** Half ticks to ticks; 0 where either is not known. */
function difference(mid: number, before: number): number {
  const change = mid - before
  return change === change ? change / 2 : 0
}
