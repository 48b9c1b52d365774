import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { InstrumentId, Micros } from '../../../../src/core/domain/index.ts'
import { MICROS_PER_MILLISECOND, MICROS_PER_SECOND } from '../../../../src/core/domain/index.ts'
import { Freshness } from '../../../../src/core/engine/gateway/freshness.ts'
import { START } from '../fixture/market.ts'
import { breach } from '../fixture/property.ts'

const SILVER = 0 as InstrumentId
const OTHER = 1 as InstrumentId

const after = (seconds: number): Micros => (START + seconds * MICROS_PER_SECOND) as Micros

/** Quotes at these intervals, in microseconds. @returns the stamp of the last. */
function quoted(freshness: Freshness, intervals: readonly number[]): Micros {
  let at: number = START
  freshness.quote(SILVER, START)
  for (const interval of intervals) freshness.quote(SILVER, (at += interval) as Micros)
  return at as Micros
}

function exactPercentile(intervals: readonly number[]): number {
  const sorted = [...intervals].sort((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * 0.99) - 1]!
}

describe('the pace of an instrument', () => {
  const milliseconds = (least: number, most: number) =>
    fc.integer({ min: least * MICROS_PER_MILLISECOND, max: most * MICROS_PER_MILLISECOND })

  it('is the 99th percentile of its intervals, at most a quarter high and never low', () => {
    const intervalsArbitrary = fc.oneof(
      fc.array(milliseconds(4, 60_000), { minLength: 1, maxLength: 300 }),
      fc.array(milliseconds(400, 600), { minLength: 1, maxLength: 300 }),
      fc
        .tuple(
          fc.array(milliseconds(4, 700), { minLength: 100, maxLength: 300 }),
          fc.array(milliseconds(20_000, 60_000), { maxLength: 5 }),
        )
        .map((parts) => parts.flat()),
    )
    expect(
      breach(intervalsArbitrary, (intervals) => {
        const freshness = new Freshness()
        quoted(freshness, intervals)
        const ratio = freshness.usualInterval(SILVER) / exactPercentile(intervals)
        return ratio >= 1 && ratio <= 1.25
      }),
    ).toBeUndefined()
  })

  it('leaves out breaks of the session', () => {
    const freshness = new Freshness()
    quoted(freshness, [500_000, 500_000, 7_200 * MICROS_PER_SECOND, 500_000])
    expect(freshness.usualInterval(SILVER)).toBeLessThan(MICROS_PER_SECOND)
  })

  it('is nothing before two quotes came', () => {
    const freshness = new Freshness()
    const before = freshness.usualInterval(SILVER)
    quoted(freshness, [])
    expect([before, freshness.usualInterval(SILVER)]).toEqual([0, 0])
  })
})

describe('the staleness of a quote', () => {
  it('is told in words', () => {
    const freshness = new Freshness()
    const words = [freshness.staleness(SILVER, START)]
    freshness.quote(SILVER, START)
    words.push(freshness.staleness(SILVER, after(1)))
    words.push(freshness.staleness(SILVER, after(1.5)))
    freshness.beat(after(3.5))
    words.push(freshness.staleness(SILVER, after(3.5)))
    freshness.gap(SILVER, true)
    words.push(freshness.staleness(SILVER, after(3.5)))
    expect(words).toEqual([
      'no quote has arrived yet',
      undefined,
      'the feed has been silent for 1.5 s, more than 1.0 s; the quote is 1.5 s old',
      'the quote is 3.5 s old, more than 3.0 s; the feed was heard 0.0 s ago',
      'quotes are missing since the last one',
    ])
  })

  it("follows the instrument's own pace once that is slow", () => {
    const freshness = new Freshness()
    const last = quoted(freshness, Array<number>(50).fill(2 * MICROS_PER_SECOND))
    const usual = freshness.usualInterval(SILVER)
    const stale = (age: number) => {
      const now = (last + age) as Micros
      freshness.beat(now)
      return freshness.staleness(SILVER, now) !== undefined
    }
    expect([stale(5 * usual), stale(5 * usual + 1)]).toEqual([false, true])
  })

  it("allows three seconds however fast the instrument's pace is", () => {
    const freshness = new Freshness()
    const last = quoted(freshness, Array<number>(50).fill(4_000))
    freshness.beat((last + 3_000_001) as Micros)
    const stale = [3_000_000, 3_000_001].map(
      (age) => freshness.staleness(SILVER, (last + age) as Micros) !== undefined,
    )
    expect(stale).toEqual([false, true])
  })

  it('takes the quote of another instrument as a sign of life of the feed, not of its own', () => {
    const freshness = new Freshness()
    freshness.quote(SILVER, START)
    freshness.quote(OTHER, after(2.5))
    const living = freshness.staleness(SILVER, after(2.5))
    freshness.quote(OTHER, after(4))
    expect([living, freshness.staleness(SILVER, after(4))]).toEqual([
      undefined,
      'the quote is 4.0 s old, more than 3.0 s; the feed was heard 0.0 s ago',
    ])
  })

  it('ends with the next quote, and a gap when it is closed', () => {
    const freshness = new Freshness()
    freshness.quote(SILVER, START)
    freshness.gap(SILVER, true)
    freshness.quote(SILVER, after(5))
    const open = freshness.staleness(SILVER, after(5))
    freshness.gap(SILVER, false)
    expect([open, freshness.staleness(SILVER, after(5))]).toEqual([
      'quotes are missing since the last one',
      undefined,
    ])
  })
})

describe('the age of a quote', () => {
  it('is old after three seconds where quotes come often, whatever the feed does', () => {
    const freshness = new Freshness()
    const last = quoted(freshness, [500_000, 500_000, 500_000])
    const old = [3, 3.1].map((age) =>
      freshness.isOld(SILVER, (last + age * MICROS_PER_SECOND) as Micros),
    )
    expect(old).toEqual([false, true])
  })

  it('may be five times the usual interval of its instrument', () => {
    const freshness = new Freshness()
    const last = quoted(freshness, [2_000_000, 2_000_000, 2_000_000])
    const limit = freshness.limit(SILVER)
    const old = [limit, limit + 1].map((age) => freshness.isOld(SILVER, (last + age) as Micros))
    expect([limit >= 10 * MICROS_PER_SECOND, limit < 12 * MICROS_PER_SECOND, old]).toEqual([
      true,
      true,
      [false, true],
    ])
  })

  it('is unknown, and old, where there is no quote or nothing is heard any more', () => {
    const freshness = new Freshness()
    freshness.gap(OTHER, true)
    quoted(freshness, [2_000_000])
    freshness.clear()
    const known = [SILVER, OTHER].map((id) => [
      freshness.age(id, START),
      freshness.isOld(id, START),
    ])
    expect([known, freshness.limit(SILVER)]).toEqual([
      [
        [NaN, true],
        [NaN, true],
      ],
      3 * MICROS_PER_SECOND,
    ])
  })
})
