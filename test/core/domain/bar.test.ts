import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Bar, Quote } from '../../../src/core/domain/index.ts'
import {
  createBarBuilder,
  MICROS_PER_DAY,
  MICROS_PER_MINUTE,
} from '../../../src/core/domain/index.ts'
import { quoteWalk } from '../engine/features/quote-walk.ts'
import { instrumentFixture } from '../instrument-fixture.ts'
import { quoteFixture } from '../quote-fixture.ts'

const silver = instrumentFixture()
const MINUTE = MICROS_PER_MINUTE

function barsOf(quotes: readonly Quote[], length = MINUTE): Bar[] {
  const builder = createBarBuilder(silver, length)
  const ended = quotes.map((quote) => builder.update(quote))
  return [...ended, builder.current()].filter((bar) => bar !== undefined)
}

describe('bars', () => {
  it('hold what the quotes of their stretch say', () => {
    const quotes = [
      quoteFixture({ at: 5, last: 100, volume: 10, turnover: 1_000, openInterest: 7 }),
      quoteFixture({ at: 20, last: 103, volume: 14, turnover: 1_400, openInterest: 8 }),
      quoteFixture({ at: MINUTE - 1, last: 99, volume: 15, turnover: 1_500, openInterest: 9 }),
      quoteFixture({ at: MINUTE, last: 101, volume: 18, turnover: 1_800, openInterest: 6 }),
    ]
    expect(barsOf(quotes)).toEqual([
      {
        kind: 'bar',
        instrument: 0,
        start: 0,
        length: MINUTE,
        open: 100,
        high: 103,
        low: 99,
        close: 99,
        volume: 5,
        turnover: 500,
        openInterest: 9,
        firstAt: 5,
        lastAt: MINUTE - 1,
        ticks: 3,
      },
      {
        kind: 'bar',
        instrument: 0,
        start: MINUTE,
        length: MINUTE,
        open: 101,
        high: 101,
        low: 101,
        close: 101,
        volume: 3,
        turnover: 300,
        openInterest: 6,
        firstAt: MINUTE,
        lastAt: MINUTE,
        ticks: 1,
      },
    ])
  })

  it('are not made for a gap; what was traded in it counts in the next', () => {
    const quotes = [
      quoteFixture({ at: 0, volume: 1 }),
      quoteFixture({ at: 10 * MINUTE, volume: 6 }),
    ]
    expect(barsOf(quotes).map(({ start, volume }) => [start, volume])).toEqual([
      [0, 0],
      [10 * MINUTE, 5],
    ])
  })

  it('begin with the day in UTC+8', () => {
    const evening = Date.UTC(2020, 7, 21, 13) * 1_000
    const [bar] = barsOf([quoteFixture({ at: evening })], MICROS_PER_DAY)
    expect(bar!.start).toBe(Date.UTC(2020, 7, 20, 16) * 1_000)
  })

  it('count volume from zero when a trading day turns', () => {
    const quotes = [
      quoteFixture({ at: 0, volume: 100, turnover: 9_000 }),
      quoteFixture({ at: 1, volume: 4, turnover: 50 }),
      quoteFixture({ at: 2, volume: 6, turnover: 70 }),
    ]
    expect(barsOf(quotes)).toMatchObject([{ volume: 6, turnover: 70, ticks: 3 }])
  })

  it('pass over quotes without last and quotes of the past, and lose no volume', () => {
    const quotes = [
      quoteFixture({ at: MINUTE, volume: 10, last: 100 }),
      quoteFixture({ at: 2 * MINUTE, volume: 12, last: NaN }),
      quoteFixture({ at: 5, volume: 12, last: 1 }),
      quoteFixture({ at: 2 * MINUTE + 1, volume: 15, last: 101 }),
    ]
    expect(barsOf(quotes).map(({ low, volume, ticks }) => [low, volume, ticks])).toEqual([
      [100, 0, 1],
      [101, 5, 1],
    ])
  })

  it('add nothing for absent totals', () => {
    const absent = { volume: NaN, turnover: NaN }
    const quotes = [
      quoteFixture({ at: 0, volume: 10, turnover: 10 }),
      quoteFixture({ at: 1, ...absent }),
      quoteFixture({ at: 2, volume: 13, turnover: 16 }),
    ]
    expect(barsOf(quotes)).toMatchObject([{ volume: 3, turnover: 6 }])
    expect(barsOf([quoteFixture(absent)])).toMatchObject([{ volume: 0, turnover: 0 }])
  })

  it('of a short length add up to those of a longer one', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 120 }), (seed, count) => {
        const quotes = quoteWalk(silver, count, seed, 50)
        const sum = (length: number) => {
          const bars = barsOf(quotes, length)
          return {
            open: bars[0]!.open,
            high: Math.max(...bars.map((bar) => bar.high)),
            low: Math.min(...bars.map((bar) => bar.low)),
            close: bars.at(-1)!.close,
            volume: bars.reduce((total, bar) => total + bar.volume, 0),
            ticks: bars.reduce((total, bar) => total + bar.ticks, 0),
          }
        }
        expect(sum(3_000_000)).toEqual(sum(MINUTE * 60 * 24))
      }),
    )
  })

  it.each([0, -1, 0.5, NaN])('cannot last %s microseconds', (length) => {
    expect(() => createBarBuilder(silver, length)).toThrow(
      /a bar of SHFE.ag2012 must last a whole number of microseconds above zero/,
    )
  })
})
