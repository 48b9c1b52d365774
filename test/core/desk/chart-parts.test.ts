import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AggressorBuckets } from '../../../src/core/desk/aggressor-buckets.ts'
import { TickBars, joinBars } from '../../../src/core/desk/chart-bars.ts'
import {
  NetTarget,
  fillBeside,
  heldOver,
  stepsFrom,
} from '../../../src/core/desk/chart-holdings.ts'
import { measured } from '../../../src/core/desk/chart-measure.ts'
import { SessionLength, pauseBetween, sessionSpan } from '../../../src/core/desk/chart-silence.ts'
import { Steps } from '../../../src/core/desk/chart-steps.ts'
import type { FillFact } from '../../../src/core/contracts/index.ts'
import type { Lots, OwnerId } from '../../../src/core/domain/index.ts'
import { createBarBuilder } from '../../../src/core/domain/index.ts'
import { instrumentFixture } from '../instrument-fixture.ts'
import { DAY, feeds, seriesOf } from './chart-fixture.ts'

const SECOND = 1_000_000

describe('volume by aggressor', () => {
  it('is split by the sign of each trade, stretch by stretch', () => {
    const trade = fc.tuple(
      fc.integer({ min: 0, max: 3 * SECOND }),
      fc.integer({ min: 0, max: 40 }),
      fc.constantFrom(-1, -0.5, 0, 0.5, 1),
    )
    fc.assert(
      fc.property(fc.array(trade), (trades) => {
        const buckets = new AggressorBuckets(5 * SECOND)
        const expected = new Map<number, [number, number]>()
        let at = 0
        for (const [after, lots, sign] of trades) {
          at += after
          buckets.add(at, lots, sign)
          if (lots === 0) continue
          const start = Math.floor(at / (5 * SECOND)) * 5 * SECOND
          const [bought, sold] = expected.get(start) ?? [0, 0]
          expected.set(start, [bought + (lots * (1 + sign)) / 2, sold + (lots * (1 - sign)) / 2])
        }
        const made = Array.from({ length: buckets.count }, (_, index) => [
          buckets.at[index],
          [buckets.bought[index], buckets.sold[index]],
        ])
        expect(made).toEqual([...expected])
      }),
    )
  })

  it('is bounded', () => {
    const buckets = new AggressorBuckets(SECOND)
    for (let second = 0; second < 20_000; second++) buckets.add(second * SECOND, 1, 1)
    expect(buckets.count).toBeLessThanOrEqual(2 * 8_192)
    expect(buckets.at[buckets.count - 1]).toBe(19_999 * SECOND)
  })
})

describe('bars of a chart', () => {
  it('are those that the bar builder makes of the same ticks', () => {
    fc.assert(
      fc.property(feeds(), (quotes) => {
        const series = seriesOf(quotes)
        const bars = new TickBars(SECOND)
        const builder = createBarBuilder(instrumentFixture(), SECOND)
        const built = quotes.flatMap((quote, index) => {
          bars.add(series, index)
          return builder.update(quote) ?? []
        })
        const last = builder.current()
        const expected = last === undefined ? built : [...built, last]
        expect(
          bars.bars.map(({ at, open, high, low, close, volume }) => [
            at,
            open,
            high,
            low,
            close,
            volume,
          ]),
        ).toEqual(
          expected.map(({ start, open, high, low, close, volume }) => [
            start,
            open,
            high,
            low,
            close,
            volume,
          ]),
        )
      }),
    )
  })

  it('come of ticks where all their ticks are here, and of history before that', () => {
    const bar = (at: number, volume: number) => {
      const prices = { open: 1, high: 1, low: 1, close: 1 }
      return { at, day: DAY, ...prices, volume, openInterest: 0, bought: NaN, sold: NaN }
    }
    const told = [bar(0, 10), bar(5, 10), bar(10, 3)]
    const made = [bar(5, 2), bar(10, 4), bar(15, 4)]
    expect(joinBars(told, made)).toEqual([bar(0, 10), bar(5, 10), bar(10, 4), bar(15, 4)])
    expect(joinBars([], made)).toEqual(made)
    expect(joinBars(told, [])).toEqual(told)
  })
})

describe('steps of a chart', () => {
  it('hold until the next one', () => {
    const steps = new Steps()
    for (const [at, value] of [
      [10, 1],
      [20, 1],
      [30, 2],
      [30, 3],
    ] as const)
      steps.push(at, value)
    expect([steps.count, ...[5, 10, 29, 30, 99].map((at) => steps.valueAt(at))]).toEqual([
      2,
      NaN,
      1,
      1,
      3,
      3,
    ])
  })

  it('are bounded, and know what was before', () => {
    const steps = new Steps()
    for (let at = 1; at <= 5_000; at++) steps.push(at, at)
    expect([steps.valueAt(4_999), steps.valueAt(0)]).toEqual([4_999, steps.before])
  })

  it('lead back from what is held now, fill by fill', () => {
    const fill = (at: number, side: 'buy' | 'sell', volume: number) =>
      ({ fill: { at, side, volume } }) as unknown as FillFact
    const steps = new Steps()
    heldOver(steps, [fill(10, 'buy', 2), fill(20, 'sell', 5)], -1)
    expect([5, 10, 20].map((at) => steps.valueAt(at))).toEqual([2, 4, -1])
  })

  it('sum up what the owners of an instrument want', () => {
    const net = new NetTarget()
    const take = (owner: number, target: number): number =>
      net.take({ owner: owner as OwnerId, target: target as Lots })
    expect([take(1, 2), take(2, -3), take(1, 1), take(2, NaN), take(1, NaN)]).toEqual([
      2,
      -1,
      -2,
      1,
      NaN,
    ])
  })

  it('go from fill to fill', () => {
    const at = [10, 20, 20, 30]
    const walk = [5, 10, 20, 30, 99].map((from) => [
      fillBeside(at, 4, from, -1),
      fillBeside(at, 4, from, 1),
    ])
    expect(walk).toEqual([
      [-1, 0],
      [-1, 1],
      [0, 3],
      [2, -1],
      [3, -1],
    ])
  })
})

describe('the step to another fill', () => {
  const view = { from: 100, to: 200, following: false, marked: NaN }

  it('begins in the middle of what is seen, and goes on from the fill that it came to', () => {
    expect([stepsFrom(view, -1), stepsFrom(view, 1)]).toEqual([149, 151])
    expect(stepsFrom({ ...view, marked: 180 }, -1)).toBe(180)
    expect(stepsFrom({ ...view, marked: 90 }, 1)).toBe(151)
  })

  it('begins at the end while the newest is shown: back is the newest fill, ahead is none', () => {
    const start = stepsFrom({ ...view, following: true }, -1)
    expect(fillBeside([110, 195, 199], 3, start, -1)).toBe(2)
    expect(fillBeside([110, 195, 199], 3, start, 1)).toBe(-1)
  })
})

describe('a pause between ticks', () => {
  it('is the feed of an instrument gone silent, or the session standing', () => {
    const limit = 3 * SECOND
    const after = [1, 3, 4, 839, 840, 36_000].map((seconds) => seconds * SECOND)
    expect(after.map((at) => pauseBetween(0, at, limit))).toEqual([
      'none',
      'none',
      'silence',
      'silence',
      'break',
      'break',
    ])
  })
})

describe('measuring', () => {
  it('says ticks, time and share', () => {
    expect(measured({ at: 10, ticks: 200 }, { at: 4, ticks: 210 })).toEqual({
      ticks: 10,
      time: -6,
      share: 0.05,
    })
  })
})

describe('time of the session', () => {
  const MINUTE = 60_000_000
  const story = (generation: number, ...minutes: readonly number[]) => ({
    generation,
    count: minutes.length,
    columns: { key: minutes.map((minute) => minute * MINUTE) },
  })

  it('does not pass in a break, and each point is counted once', () => {
    const time = new SessionLength()
    const told = [
      story(1),
      story(1, 5),
      story(1, 5, 6, 8),
      story(1, 5, 6, 8, 128, 129),
      story(2, 1, 5, 6, 8, 128, 129),
      story(3, 9),
    ].map((each) => time.of(each) / MINUTE)
    expect(told).toEqual([0, 0, 3, 4, 8, 0])
  })

  it('reaches back over a break for as long as is asked', () => {
    const { columns, count } = story(1, 0, 1, 2, 3, 123, 124)
    const spans = [0, 1, 2, 3, 99].map((minutes) =>
      sessionSpan(columns.key, count, minutes * MINUTE),
    )
    expect(spans.map(({ first, passed }) => [first, passed / MINUTE])).toEqual([
      [5, 0],
      [3, 1],
      [2, 2],
      [1, 3],
      [0, 4],
    ])
  })
})
