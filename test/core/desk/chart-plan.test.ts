import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOST_POINTS, planFor, serves } from '../../../src/core/desk/chart-plan.ts'
import { barsOfAnswer, quotesOf } from '../../../src/core/desk/chart-rows.ts'
import type { Quote } from '../../../src/core/domain/index.ts'
import { ANSWER_COLUMNS } from '../../../src/core/history/index.ts'
import { tickRow } from '../../../src/core/history/rows/index.ts'
import { instrumentFixture } from '../instrument-fixture.ts'
import { DAY, feeds } from './chart-fixture.ts'

describe('what a chart is handed', () => {
  it('holds what is seen, serves it, and is never more than the chart carries well', () => {
    const spans = fc.tuple(
      fc.integer({ min: 1, max: 24_000 }),
      fc.double({ min: -0.2, max: 1.2, noNaN: true }),
      fc.double({ min: 0.001, max: 1.2, noNaN: true }),
    )
    fc.assert(
      fc.property(spans, ([count, begin, width]) => {
        const from = begin * count
        const to = from + width * count
        fc.pre(to > 0 && from < count)
        const plan = planFor(from, to, count)
        expect(plan.from).toBeLessThanOrEqual(Math.max(0, Math.floor(from)))
        expect(plan.to).toBeGreaterThanOrEqual(Math.min(count, Math.ceil(to)))
        expect(plan.to).toBeLessThanOrEqual(count)
        expect(plan.thin || plan.to - plan.from <= MOST_POINTS).toBe(true)
        expect(serves(plan, from, to, count)).toBe(true)
      }),
    )
  })

  it('is made anew when the view nears its end', () => {
    const plan = planFor(9_000, 10_000, 20_000)
    expect([
      serves(plan, plan.from + 20, plan.from + 1_020, 20_000),
      serves(plan, 9_500, 10_500, 20_000),
      serves(plan, 2_000, 12_000, 20_000),
    ]).toEqual([false, true, false])
  })
})

describe('rows of history', () => {
  it('are the quotes that were written', () => {
    fc.assert(
      fc.property(feeds(5), (quotes) => {
        const columns = Object.keys(ANSWER_COLUMNS.ticks)
        const tape = { mode: 'simulated', profile: 'demo', runId: '' } as const
        const rows = quotes.map((quote) => {
          const row = tickRow(tape, DAY, 'SHFE.ag2012', quote) as unknown as Record<string, number>
          return columns.map((name) => row[name]!)
        })
        const told = quotesOf(instrumentFixture(), { columns, rows, capped: false })
        expect(told).toEqual({
          quotes: quotes.map((each): Quote => each),
          days: rows.map(() => DAY),
        })
      }),
    )
  })

  it('of bars without a price are left out', () => {
    const columns = ['ts', 'open', 'high', 'low', 'close', 'ticks']
    const rows = [
      [5, 1, 3, 1, 2, 9],
      [6, NaN, NaN, NaN, NaN, 1],
    ]
    expect(barsOfAnswer({ columns, rows, capped: false })).toEqual([
      { at: 5, day: NaN, open: 1, high: 3, low: 1, close: 2, volume: NaN, openInterest: NaN },
    ])
  })
})
