import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Quote } from '../../../../src/core/domain/index.ts'
import type { FeatureName } from '../../../../src/core/engine/features/index.ts'
import {
  computeBatch,
  createFeatures,
  FEATURE_COUNT,
  FEATURE_NAMES,
  FEATURES,
  featureIndex,
} from '../../../../src/core/engine/features/index.ts'
import { instrumentFixture } from '../../instrument-fixture.ts'
import { quoteFixture } from '../../quote-fixture.ts'
import { quoteWalk } from './quote-walk.ts'

const silver = instrumentFixture()

/** Values after the last of the quotes, by name. */
function after(quotes: readonly Quote[]): Record<FeatureName, number> {
  const features = createFeatures(silver)
  quotes.forEach((quote) => features.update(quote))
  return Object.fromEntries(
    FEATURE_NAMES.map((name, index) => [name, features.values[index]!]),
  ) as Record<FeatureName, number>
}

function pick(values: Record<FeatureName, number>, ...names: FeatureName[]): number[] {
  return names.map((name) => values[name])
}

const bids = [
  [100, 30],
  [99, 10],
  [97, 20],
] as const
const asks = [
  [102, 10],
  [103, 20],
] as const

describe('features', () => {
  it('have names of their own, each with formula, units, source and rule', () => {
    expect(new Set(FEATURE_NAMES).size).toBe(FEATURE_COUNT)
    expect(FEATURE_COUNT).toBeGreaterThanOrEqual(16)
    expect(FEATURES.filter((feature) => Object.values<string>(feature).includes(''))).toEqual([])
    expect(FEATURE_NAMES.map((name) => featureIndex(name))).toEqual([...FEATURE_NAMES.keys()])
    expect(() => featureIndex('colour' as FeatureName)).toThrow('no feature is called colour')
  })

  it('are all known from the first quote, as far as one quote tells', () => {
    const first = quoteFixture({ bids, asks, last: 101, upperLimit: 111, lowerLimit: 91 })
    const mean = (30 * 100 + 10 * 99 + 20 * 97 + 10 * 102 + 20 * 103) / 90
    expect(after([first])).toEqual({
      top_imbalance: 0.5,
      depth_imbalance: Math.fround(30 / 90),
      microprice_offset: 0.5,
      spread: 2,
      order_flow_imbalance: 0,
      order_flow_imbalance_32: 0,
      bid_queue_change: 0,
      ask_queue_change: 0,
      trade_sign: 0,
      trade_uncertainty: 0,
      trade_imbalance_32: 0,
      volume_delta: 0,
      open_interest_delta: 0,
      realised_volatility_64: 0,
      momentum_4: 0,
      momentum_16: 0,
      momentum_64: 0,
      seconds_since_mid_change: 0,
      book_slope: Math.fround((30 + 20 + 60 - 10 - 40) / 160),
      depth_price_offset: Math.fround(mean - 101),
      limit_proximity: 0.5,
    })
  })

  it('follow the flow of orders at the best prices', () => {
    const first = quoteFixture({ bids: [[100, 30]], asks: [[101, 20]] })
    const risen = quoteFixture({
      bids: [
        [101, 5],
        [100, 26],
      ],
      asks: [[102, 7]],
    })
    const names = [
      'order_flow_imbalance',
      'order_flow_imbalance_32',
      'bid_queue_change',
      'ask_queue_change',
    ] as const
    expect(pick(after([first, risen]), ...names)).toEqual([25, 25, -4, -20])
    expect(pick(after([risen, first]), ...names)).toEqual([-25, -25, -5, 0])
    expect(pick(after([first, risen, first]), ...names)).toEqual([-25, 0, -5, 0])
  })

  it('follow what is traded and held', () => {
    const then = quoteFixture({ volume: 100, turnover: 0, openInterest: 50 })
    const turnover = 20 * 6149.75 * silver.multiplier
    const now = quoteFixture({ volume: 120, turnover, openInterest: 47 })
    const names = [
      'trade_sign',
      'trade_uncertainty',
      'trade_imbalance_32',
      'volume_delta',
      'open_interest_delta',
    ] as const
    expect(pick(after([then, now]), ...names)).toEqual([0.5, 0.5, 0.5, 20, -3])
    expect(pick(after([then, now, now]), ...names)).toEqual([0, 0, 0.5, 0, 0])
    const absent = quoteFixture({ volume: NaN, turnover: NaN, openInterest: NaN })
    expect(pick(after([then, absent]), ...names)).toEqual([0, 0, 0, 0, 0])
  })

  it('follow the mid, which stays while a side is empty', () => {
    const at = (second: number, bid: number, empty = false): Quote =>
      quoteFixture({
        at: second * 1e6,
        bids: empty ? [] : [[bid, 1]],
        asks: [[bid + 1, 1]],
      })
    const quotes = [at(0, 100), at(1, 100), at(2, 103), at(3, 200, true), at(4, 102), at(9, 102)]
    const names = ['momentum_4', 'realised_volatility_64', 'seconds_since_mid_change'] as const
    expect(pick(after(quotes.slice(0, 4)), ...names)).toEqual([0, 3, 1])
    expect(pick(after(quotes), ...names)).toEqual([2, Math.fround(Math.sqrt(10)), 5])
    expect(pick(after([...quotes, at(1_000, 102)]), ...names)[2]).toBe(60)
  })

  it('forget what lies before their windows', () => {
    const quiet = (count: number): Quote[] => Array.from({ length: count }, () => quoteFixture())
    const moved = [quoteFixture(), quoteFixture({ bids: [[6148, 7]], asks: [[6149, 50]] })]
    const names = ['order_flow_imbalance_32', 'realised_volatility_64', 'momentum_64'] as const
    const values = [31, 32, 33, 63, 64, 65].map((count) =>
      pick(after([...moved, ...quiet(count)]), ...names),
    )
    const two = Math.fround(Math.SQRT2)
    expect(values).toEqual([
      [0, two, 0],
      [150, two, 0],
      [0, two, 0],
      [0, two, 0],
      [0, 1, 1],
      [0, 0, 0],
    ])
  })

  it('begin again when a trading day turns', () => {
    const yesterday = quoteWalk(silver, 100, 3)
    const first = quoteFixture({ volume: 1, open: 1 })
    expect(after([...yesterday, first])).toEqual(after([first]))
  })

  it('are NaN only where the table says so', () => {
    const empty = after([quoteFixture(), quoteFixture({ bids: [], asks: [], last: NaN })])
    const names = FEATURE_NAMES.filter((name) => Number.isNaN(empty[name]))
    expect(names).toEqual(['microprice_offset', 'spread', 'depth_price_offset', 'limit_proximity'])
    const table = FEATURES.filter((feature) => feature.absent.startsWith('NaN'))
    expect(table.map((feature) => feature.name)).toEqual(names)
    expect(pick(after([quoteFixture({ bids: [] })]), 'top_imbalance', 'book_slope')).toEqual([
      -1, -1,
    ])
  })

  it('have the same bits live and batch, and are never infinite', () => {
    const seeds = fc.integer()
    const lengths = fc.integer({ min: 0, max: 200 })
    fc.assert(
      fc.property(seeds, lengths, fc.integer({ min: 1, max: 150 }), (seed, count, day) => {
        const quotes = quoteWalk(silver, count, seed, day)
        const features = createFeatures(silver)
        const live = quotes.flatMap((quote) => {
          features.update(quote)
          return Array.from(features.values)
        })
        const batch = Array.from(computeBatch(silver, quotes))
        expect(batch.findIndex((value, at) => !Object.is(value, live[at]))).toBe(-1)
        expect(batch.length).toBe(live.length)
        expect(batch.some((value) => Math.abs(value) === Infinity)).toBe(false)
      }),
    )
  })

  it('share nothing between instruments', () => {
    const [one, other] = [createFeatures(silver), createFeatures(silver)]
    const { values } = one
    quoteWalk(silver, 80, 5).forEach((quote) => {
      one.update(quote)
      other.update(quoteFixture())
    })
    const alone = createFeatures(silver)
    quoteWalk(silver, 80, 5).forEach((quote) => alone.update(quote))
    expect(one.values).toEqual(alone.values)
    expect(one.values).toBe(values)
  })
})
