import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Bar, Quote } from '../../../src/core/domain/index.ts'
import { barStart, createBarBuilder } from '../../../src/core/domain/index.ts'
import type { Cell, TickGroup, TotalsBefore } from '../../../src/core/history/index.ts'
import { barsOf } from '../../../src/core/history/index.ts'
import { instrumentFixture } from '../instrument-fixture.ts'
import { quoteFixture } from '../quote-fixture.ts'
import { AT } from './row-fixture.ts'

interface StoredTick {
  readonly day: number
  readonly quote: Quote
}

/** Ticks of a few days: totals grow within a day and begin anew with the next. */
const ticks: fc.Arbitrary<readonly StoredTick[]> = fc
  .array(
    fc.record({
      step: fc.integer({ min: 0, max: 700_000 }),
      last: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 1, max: 9 }) }, fc.constant(NaN)),
      traded: fc.integer({ min: 0, max: 3 }),
      turns: fc.nat(9).map((roll) => roll === 0),
      hasTotals: fc.nat(9).map((roll) => roll > 0),
    }),
    { maxLength: 40 },
  )
  .map((steps) => {
    let [at, day, volume] = [AT, 20200821, 0]
    return steps.map(({ step, last, traded, turns, hasTotals }) => {
      at += step
      if (turns) [day, volume] = [day + 1, 0]
      volume += traded
      const totals = hasTotals ? { volume, turnover: volume * 50 } : { volume: NaN, turnover: NaN }
      return { day, quote: quoteFixture({ at, last, open: day, openInterest: volume, ...totals }) }
    })
  })

/** What a store is asked for: one group a stretch and trading day. */
function groupsOf(stored: readonly StoredTick[], length: number): readonly TickGroup[] {
  const groups = new Map<string, StoredTick[]>()
  for (const tick of stored) {
    const key = `${barStart(tick.quote.at, length)} ${tick.day}`
    groups.set(key, [...(groups.get(key) ?? []), tick])
  }
  return Array.from(groups.values(), (group) => {
    const priced = group.filter(({ quote }) => !Number.isNaN(quote.last))
    const told = (of: readonly StoredTick[], figure: (quote: Quote) => number): number[] =>
      of.map(({ quote }) => figure(quote)).filter((value) => !Number.isNaN(value))
    const last = told(group, (quote) => quote.last)
    return {
      ts: barStart(group[0]!.quote.at, length),
      tradingDay: group[0]!.day,
      open: last[0] ?? NaN,
      high: last.length === 0 ? NaN : Math.max(...last),
      low: last.length === 0 ? NaN : Math.min(...last),
      close: last.at(-1) ?? NaN,
      firstVolume: told(group, (quote) => quote.volume)[0] ?? NaN,
      finalVolume: told(priced, (quote) => quote.volume).at(-1) ?? NaN,
      firstTurnover: told(group, (quote) => quote.turnover)[0] ?? NaN,
      finalTurnover: told(priced, (quote) => quote.turnover).at(-1) ?? NaN,
      openInterest: priced.at(-1)?.quote.openInterest ?? NaN,
      ticks: last.length,
    }
  })
}

function rowOf(bar: Bar, day: number): readonly Cell[] {
  const { start, open, high, low, close, volume, turnover, openInterest } = bar
  return [start, day, open, high, low, close, volume, turnover, openInterest, bar.ticks]
}

/** What the core's own builder makes of the same quotes. */
function builtBars(stored: readonly StoredTick[], length: number): readonly (readonly Cell[])[] {
  const builder = createBarBuilder(instrumentFixture(), length)
  const bars: Bar[] = []
  for (const { quote } of stored) {
    const bar = builder.update(quote)
    if (bar !== undefined) bars.push(bar)
  }
  const last = builder.current()
  if (last !== undefined) bars.push(last)
  return bars.map((bar) => {
    const within = stored.filter(({ quote }) => barStart(quote.at, length) === bar.start)
    return rowOf(bar, within.at(-1)!.day)
  })
}

const length = fc.constantFrom(500_000, 1_000_000, 60_000_000)

describe('bars out of grouped ticks', () => {
  it('are those of the bar builder, whatever the ticks', () =>
    fc.assert(
      fc.property(ticks, length, (stored, length) => {
        expect(barsOf(groupsOf(stored, length), undefined)).toEqual(builtBars(stored, length))
      }),
      { numRuns: 300 },
    ))

  it('sum up to what was traded, however long the bars', () =>
    fc.assert(
      fc.property(ticks, length, length, (stored, one, other) => {
        const priced = stored.filter(({ quote }) => !Number.isNaN(quote.last))
        const sum = (length: number): number[] =>
          barsOf(groupsOf(priced, length), undefined).reduce<number[]>(
            ([volume = 0, count = 0], row) => [volume + Number(row[6]), count + Number(row[9])],
            [0, 0],
          )
        expect(sum(one)).toEqual(sum(other))
      }),
    ))

  it('go on from the totals before them', () => {
    const stored = [
      { day: 1, quote: quoteFixture({ at: AT, volume: 17, turnover: 850, last: 50 }) },
    ]
    const volumeAfter = (before: TotalsBefore | undefined): Cell | undefined =>
      barsOf(groupsOf(stored, 1_000_000), before)[0]?.[6]
    const before = { tradingDay: 1, volume: 10, turnover: 500 }
    expect([
      volumeAfter(before),
      volumeAfter({ ...before, tradingDay: 0 }),
      volumeAfter({ ...before, volume: NaN }),
      volumeAfter(undefined),
    ]).toEqual([7, 17, 0, 0])
  })
})
