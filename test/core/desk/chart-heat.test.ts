import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  HEAT_FADES,
  HEAT_LEVELS,
  HEAT_NONE,
  HeatColumns,
  heatRow,
  heatScale,
} from '../../../src/core/desk/chart-heat.ts'
import { quoteFixture } from '../quote-fixture.ts'
import { feeds, seriesOf } from './chart-fixture.ts'

const SECOND = 1_000_000
const MOST = 100

function cellsOf(heat: HeatColumns, ...prices: readonly number[]): readonly number[] {
  return prices.map((price) => heat.cells[heatRow(price)]!)
}
/** Brightest live level of so many lots. */
const live = (lots: number): number =>
  Math.min(HEAT_LEVELS - 1, Math.floor(Math.sqrt(lots / MOST) * HEAT_LEVELS)) * HEAT_FADES

describe('heat of a chart', () => {
  it('shows live levels bright and fades what was seen before over three minutes', () => {
    const series = seriesOf([
      quoteFixture({ at: SECOND, bids: [[6_000, 25]], asks: [[6_001, 100]] }),
      quoteFixture({ at: 91 * SECOND, bids: [[6_010, 4]], asks: [[6_011, 900]] }),
      quoteFixture({ at: 181 * SECOND, bids: [[6_010, 4]], asks: [[6_011, 900]] }),
    ])
    const heat = new HeatColumns()
    const prices = [6_000, 6_001, 6_005, 6_010, 6_011]
    const columns = [0, 1, 2].map((index) => {
      heat.column(series.columns, index, MOST)
      return cellsOf(heat, ...prices)
    })
    expect(columns).toEqual([
      [live(25), live(100), HEAT_NONE, HEAT_NONE, HEAT_NONE],
      [live(25) + 8, live(100) + 8, HEAT_NONE, live(4), live(900)],
      [HEAT_NONE, HEAT_NONE, HEAT_NONE, live(4), live(900)],
    ])
  })

  it('never shows what is remembered as live', () => {
    const series = seriesOf([
      quoteFixture({ at: 1, bids: [[6_000, 25]], asks: [] }),
      quoteFixture({ at: 2, bids: [[6_009, 25]], asks: [] }),
    ])
    const heat = new HeatColumns()
    for (const index of [0, 1]) heat.column(series.columns, index, MOST)
    expect(cellsOf(heat, 6_000, 6_009)).toEqual([live(25) + 1, live(25)])
  })

  it('knows a price within the levels to be empty when it is not listed', () => {
    const series = seriesOf([
      quoteFixture({ at: 1, bids: [[6_000, 25]], asks: [[6_001, 9]] }),
      quoteFixture({ at: 2, bids: [[5_999, 25]], asks: [[6_002, 9]] }),
    ])
    const heat = new HeatColumns()
    for (const index of [0, 1]) heat.column(series.columns, index, MOST)
    expect(cellsOf(heat, 6_000, 6_001)).toEqual([HEAT_NONE, HEAT_NONE])
  })

  it('makes the same column whether ticks before it were painted or only remembered', () => {
    fc.assert(
      fc.property(feeds(), (quotes) => {
        const { columns, count } = seriesOf(quotes)
        fc.pre(count > 0)
        const painted = new HeatColumns()
        const remembered = new HeatColumns()
        for (let index = 0; index < count - 1; index++) {
          painted.column(columns, index, MOST)
          remembered.take(columns, index)
        }
        painted.column(columns, count - 1, MOST)
        remembered.column(columns, count - 1, MOST)
        expect(remembered.cells).toEqual(painted.cells)
      }),
    )
  })

  it('is empty of an empty book', () => {
    const series = seriesOf([quoteFixture({ at: 1, bids: [], asks: [] })])
    const heat = new HeatColumns()
    expect(heat.column(series.columns, 0, MOST)).toBeNaN()
    expect(heat.cells.every((cell) => cell === HEAT_NONE)).toBe(true)
  })

  it('takes for the brightest what few levels hold more than', () => {
    const sizes = [...Array.from({ length: 99 }, () => 90), 5_000]
    const series = seriesOf(
      sizes.map((lots, index) => quoteFixture({ at: index + 1, bids: [[6_000, lots]], asks: [] })),
    )
    expect(heatScale(series.columns, 0, series.count)).toBe(100)
    expect(heatScale(series.columns, 0, 0)).toBe(9)
  })
})
