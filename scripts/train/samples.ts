import type { Fen, Instrument, Micros, Quote, TradingDay } from '../../src/core/domain/index.ts'
import { MICROS_PER_MINUTE, MICROS_PER_SECOND, micros } from '../../src/core/domain/index.ts'
import { createFeatures, FEATURE_COUNT } from '../../src/core/engine/features/index.ts'
import { createSimulatedExchange } from '../../src/core/exchange/index.ts'

/** What the mid does: index 0, 1, 2 of every output. */
export const [DOWN, FLAT, UP] = [0, 1, 2] as const

/** What a model is to foresee. */
export interface Question {
  /** Ticks (quotes) ahead. */
  readonly horizon: number
  /** The mid must move by more than this, in price ticks, to count as up or down. */
  readonly threshold: number
}

/** Rows of raw features, what followed each of them, and what that is called. */
export interface Samples {
  readonly count: number
  /** `count` × `FEATURE_COUNT`. */
  readonly features: Float32Array
  /** Change of the mid over the horizon, in price ticks. */
  readonly moves: Float32Array
  readonly labels: Uint8Array
}

/** Ticks whose windows are not full yet. */
const WARM_UP = 64
const START = micros(1_767_229_200_000_000)
const STEP = MICROS_PER_SECOND / 2

/**
 * One stretch of the built-in market, all instruments after each other.
 *
 * @param minutes less than the market's trading day of four hours: a label never spans two.
 */
export function marketSamples(
  instruments: readonly Instrument[],
  seed: number,
  minutes: number,
  question: Question,
): Samples {
  if (!(minutes < 240)) throw new RangeError(`a stretch lasts under 240 minutes, not ${minutes}`)
  const recorded = record(instruments, seed, minutes)
  return joined(recorded.map((quotes, index) => labelled(instruments[index]!, quotes, question)))
}

/** Quotes of each instrument. */
function record(
  instruments: readonly Instrument[],
  seed: number,
  minutes: number,
): readonly (readonly Quote[])[] {
  const exchange = createSimulatedExchange({
    instruments,
    seed,
    initialCash: 0 as Fen,
    tradingDay: 20260101 as TradingDay,
  })
  const recorded = new Map(instruments.map(({ id }) => [id, [] as Quote[]]))
  const end = START + minutes * MICROS_PER_MINUTE
  for (let at: number = START; at <= end; at += STEP) {
    for (const quote of exchange.advance(at as Micros).quotes) {
      recorded.get(quote.instrument)?.push(quote)
    }
  }
  return [...recorded.values()]
}

/** Every quote whose windows are full and whose mid is known, now and at the horizon. */
export function labelled(
  instrument: Instrument,
  quotes: readonly Quote[],
  { horizon, threshold }: Question,
): Samples {
  const features = createFeatures(instrument)
  const mids = quotes.map((quote) => midOf(instrument, quote))
  const table = new Float32Array(quotes.length * FEATURE_COUNT)
  const moves = new Float32Array(quotes.length)
  const labels = new Uint8Array(quotes.length)
  let count = 0
  quotes.forEach((quote, index) => {
    features.update(quote)
    const move = (mids[index + horizon] ?? NaN) - mids[index]!
    if (index < WARM_UP || Number.isNaN(move)) return
    table.set(features.values, count * FEATURE_COUNT)
    moves[count] = move
    labels[count] = move > threshold ? UP : move < -threshold ? DOWN : FLAT
    count++
  })
  return {
    count,
    features: table.slice(0, count * FEATURE_COUNT),
    moves: moves.slice(0, count),
    labels: labels.slice(0, count),
  }
}

export function joined(parts: readonly Samples[]): Samples {
  const count = parts.reduce((sum, part) => sum + part.count, 0)
  const features = new Float32Array(count * FEATURE_COUNT)
  const moves = new Float32Array(count)
  const labels = new Uint8Array(count)
  let at = 0
  for (const part of parts) {
    features.set(part.features, at * FEATURE_COUNT)
    moves.set(part.moves, at)
    labels.set(part.labels, at)
    at += part.count
  }
  return { count, features, moves, labels }
}

/** In ticks; NaN with a side empty. */
function midOf({ tickScale, tickUnits }: Instrument, quote: Quote): number {
  if (quote.bidVolumes[0] === 0 || quote.askVolumes[0] === 0) return NaN
  return ((quote.bidPrices[0]! + quote.askPrices[0]!) / 2) * (tickScale / tickUnits)
}
