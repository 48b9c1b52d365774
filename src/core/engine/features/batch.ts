import type { Instrument, Lots, Price, Quote } from '../../domain/index.ts'
import {
  createTradeEstimate,
  estimateTrade,
  MICROS_PER_SECOND,
  startsTradingDay,
  tradeTerms,
} from '../../domain/index.ts'
import type { FeatureName } from './feature-table.ts'
import { FEATURE_COUNT, FEATURE_NAMES } from './feature-table.ts'
import { LONGEST_CALM, VOLATILITY_WINDOW } from './features.ts'
import { queueChange } from './queue-change.ts'
import { FLOW_WINDOW, SIGN_STEPS } from './trade-flow.ts'

/** What one row needs of the rows before it; windows are read from these columns, row by row. */
interface Columns {
  /** Row that the row's trading day begins with. */
  readonly dayStart: Int32Array
  /** Best bid + best ask in ticks, held while a side is empty; NaN before the first. */
  readonly mid: Float64Array
  readonly flow: Float64Array
  readonly sign: Float64Array
  readonly uncertainty: Float64Array
  readonly traded: Float64Array
}

/**
 * The features of recorded quotes of one instrument, for training and research: the same bits that
 * `createFeatures` gives tick by tick, by other means. Every window is summed anew at every row.
 *
 * @returns one row of `FEATURE_COUNT` values a quote, row after row.
 */
export function computeBatch(instrument: Instrument, quotes: readonly Quote[]): Float32Array {
  const columns = columnsOf(instrument, quotes)
  const table = new Float32Array(quotes.length * FEATURE_COUNT)
  for (let row = 0; row < quotes.length; row++) {
    const values = rowOf(instrument, quotes, columns, row)
    FEATURE_NAMES.forEach((name, index) => {
      table[row * FEATURE_COUNT + index] = values[name]
    })
  }
  return table
}

function columnsOf(instrument: Instrument, quotes: readonly Quote[]): Columns {
  const column = (): Float64Array => new Float64Array(quotes.length)
  const dayStart = new Int32Array(quotes.length)
  const [mid, flow, sign, uncertainty, traded] = [column(), column(), column(), column(), column()]
  const terms = tradeTerms(instrument)
  const estimate = createTradeEstimate()
  quotes.forEach((quote, row) => {
    const previous = quotes[row - 1]
    const continues = previous !== undefined && !startsTradingDay(previous, quote)
    dayStart[row] = continues ? dayStart[row - 1]! : row
    const seen = midOf(instrument, quote)
    mid[row] = Number.isNaN(seen) && continues ? mid[row - 1]! : seen
    if (!continues) return
    flow[row] =
      pressure(previous.bidPrices, previous.bidVolumes, quote.bidPrices, quote.bidVolumes, 1) -
      pressure(previous.askPrices, previous.askVolumes, quote.askPrices, quote.askVolumes, -1)
    estimateTrade(terms, previous, quote, estimate)
    sign[row] = estimate.sign
    uncertainty[row] = estimate.uncertainty
    traded[row] = estimate.volume
  })
  return { dayStart, mid, flow, sign, uncertainty, traded }
}

function rowOf(
  instrument: Instrument,
  quotes: readonly Quote[],
  columns: Columns,
  row: number,
): Record<FeatureName, number> {
  const quote = quotes[row]!
  const { dayStart, mid, flow, sign, uncertainty, traded } = columns
  const start = dayStart[row]!
  const previous = row > start ? quotes[row - 1] : undefined
  const { bidPrices, bidVolumes, askPrices, askVolumes } = quote
  const spread = spreadOf(instrument, quote)
  const imbalance = lean(bidVolumes[0]!, askVolumes[0]!)
  const flowStart = Math.max(start, row - FLOW_WINDOW + 1)
  const signed = sum(flowStart, row, (at) => nearest(sign[at]! * traded[at]! * SIGN_STEPS))
  const volume = sum(flowStart, row, (at) => traded[at]!)
  const moved = (back: number): number => {
    const change = row - back < start ? NaN : (mid[row]! - mid[row - back]!) / 2
    return Number.isNaN(change) ? 0 : change
  }
  const squares = sum(Math.max(start + 1, row - VOLATILITY_WINDOW + 1), row, (at) => {
    const change = mid[at]! - mid[at - 1]!
    return Number.isNaN(change) ? 0 : change ** 2
  })
  return {
    top_imbalance: imbalance,
    depth_imbalance: lean(total(bidVolumes), total(askVolumes)),
    microprice_offset: (spread * imbalance) / 2,
    spread,
    order_flow_imbalance: flow[row]!,
    order_flow_imbalance_32: sum(flowStart, row, (at) => flow[at]!),
    bid_queue_change: previous
      ? changeOf(previous.bidPrices, previous.bidVolumes, bidPrices, bidVolumes, 1)
      : 0,
    ask_queue_change: previous
      ? changeOf(previous.askPrices, previous.askVolumes, askPrices, askVolumes, -1)
      : 0,
    trade_sign: sign[row]!,
    trade_uncertainty: uncertainty[row]!,
    trade_imbalance_32: volume > 0 ? signed / (volume * SIGN_STEPS) : 0,
    volume_delta: traded[row]!,
    open_interest_delta: previous ? quote.openInterest - previous.openInterest || 0 : 0,
    realised_volatility_64: Math.sqrt(squares) / 2,
    momentum_4: moved(4),
    momentum_16: moved(16),
    momentum_64: moved(64),
    seconds_since_mid_change: calmOf(quotes, mid, start, row),
    book_slope: lean(weight(bidVolumes), weight(askVolumes)),
    depth_price_offset: Number.isNaN(spread) ? NaN : offsetOf(instrument, quote),
    limit_proximity: proximityOf(quote),
  }
}

function sum(from: number, to: number, term: (row: number) => number): number {
  let result = 0
  for (let row = from; row <= to; row++) result += term(row)
  return result
}

function lean(bid: number, ask: number): number {
  return bid + ask > 0 ? (bid - ask) / (bid + ask) : 0
}

function total(volumes: readonly Lots[]): number {
  return volumes.reduce<number>((result, volume) => result + volume, 0)
}

function weight(volumes: readonly Lots[]): number {
  return volumes.reduce<number>((result, volume, level) => result + (level + 1) * volume, 0)
}

function spreadOf(instrument: Instrument, quote: Quote): number {
  if (quote.bidVolumes[0] === 0 || quote.askVolumes[0] === 0) return NaN
  const { tickScale, tickUnits } = instrument
  return (quote.askPrices[0]! - quote.bidPrices[0]!) * (tickScale / tickUnits)
}

function midOf(instrument: Instrument, quote: Quote): number {
  if (quote.bidVolumes[0] === 0 || quote.askVolumes[0] === 0) return NaN
  const perUnit = instrument.tickScale / instrument.tickUnits
  return nearest(quote.bidPrices[0]! * perUnit) + nearest(quote.askPrices[0]! * perUnit)
}

/** Halves go up. */
function nearest(value: number): number {
  return Math.floor(value + 0.5)
}

/** One side's part of the order-flow imbalance; an empty side is worse than any price. */
function pressure(
  pricesBefore: readonly Price[],
  volumesBefore: readonly Lots[],
  prices: readonly Price[],
  volumes: readonly Lots[],
  direction: 1 | -1,
): number {
  const before = volumesBefore[0]! > 0 ? pricesBefore[0]! * direction : -Infinity
  const now = volumes[0]! > 0 ? prices[0]! * direction : -Infinity
  return (now >= before ? volumes[0]! : 0) - (now <= before ? volumesBefore[0]! : 0)
}

function changeOf(
  pricesBefore: readonly Price[],
  volumesBefore: readonly Lots[],
  prices: readonly Price[],
  volumes: readonly Lots[],
  direction: 1 | -1,
): number {
  return queueChange(prices, volumes, pricesBefore[0]!, volumesBefore[0]!, direction)
}

function calmOf(quotes: readonly Quote[], mid: Float64Array, start: number, row: number): number {
  if (Number.isNaN(mid[row]!)) return 0
  let changed = row
  while (changed > start && mid[changed - 1] === mid[row]) changed--
  const calm = (quotes[row]!.at - quotes[changed]!.at) / MICROS_PER_SECOND
  return Math.min(LONGEST_CALM, Math.max(0, calm))
}

function offsetOf(instrument: Instrument, quote: Quote): number {
  const mid = (quote.bidPrices[0]! + quote.askPrices[0]!) / 2
  const { bidPrices, bidVolumes, askPrices, askVolumes } = quote
  let weighted = 0
  bidPrices.forEach((bid, level) => {
    if (bidVolumes[level]! > 0) weighted += (bid - mid) * bidVolumes[level]!
    if (askVolumes[level]! > 0) weighted += (askPrices[level]! - mid) * askVolumes[level]!
  })
  const perUnit = instrument.tickScale / instrument.tickUnits
  return (weighted / (total(bidVolumes) + total(askVolumes))) * perUnit
}

function proximityOf(quote: Quote): number {
  const { last, lowerLimit, upperLimit } = quote
  if (Number.isNaN(lowerLimit) || upperLimit <= lowerLimit) return NaN
  return Math.min(upperLimit - last, last - lowerLimit) / (upperLimit - lowerLimit)
}
