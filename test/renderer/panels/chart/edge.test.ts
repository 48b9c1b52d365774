import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ChartAxis } from '../../../../src/core/desk/chart-axis.ts'
import {
  around,
  atEdge,
  carried,
  pointsIn,
  spanShown,
} from '../../../../src/renderer/panels/chart/edge.ts'

const MINUTE = 60_000_000

function axisOf(keys: readonly number[]): ChartAxis {
  const axis = new ChartAxis()
  for (const key of keys) axis.push(key)
  return axis
}

const every = (step: number, count: number, from = 0): ChartAxis =>
  axisOf(Array.from({ length: count }, (_, index) => from + index * step))

describe('the live edge of a chart', () => {
  it('holds the points of the window, by the rate of those that are there', () => {
    const half = 500_000
    expect([
      pointsIn(every(half, 2_000), 10 * MINUTE),
      pointsIn(every(half, 600), 10 * MINUTE),
      pointsIn(every(half, 3), 10 * MINUTE),
      pointsIn(new ChartAxis(), MINUTE),
      pointsIn(every(1_000, 4_000), 10 * MINUTE),
    ]).toEqual([1_200, 1_200, 1_200, 120, 4_000])
  })

  it('goes by the time of the session: after a break, what came before it is still there', () => {
    const half = 500_000
    const afternoon = 120 * MINUTE
    const keys = [
      ...Array.from({ length: 1_000 }, (_, index) => index * half),
      ...Array.from({ length: 20 }, (_, index) => afternoon + index * half),
    ]
    expect(pointsIn(axisOf(keys), 5 * MINUTE)).toBe(601)
    const quiet = axisOf(Array.from({ length: 30 }, (_, index) => index * afternoon))
    expect(pointsIn(quiet, 5 * MINUTE)).toBe(600)
  })

  it('leaves some room behind the newest point', () => {
    const { from, to } = atEdge(1_000, 200)
    expect([to - from, to]).toEqual([200, 1_005])
  })

  it('shows less while there is much less, in few steps, and never more than was chosen', () => {
    const known = [0, 50, 60, 120, 300, 500, 600, 6_000].map((seconds) => seconds * 1_000_000)
    expect(known.map((each) => spanShown(10 * MINUTE, each) / MINUTE)).toEqual([
      1, 1, 2, 4, 8, 10, 10, 10,
    ])
    expect(spanShown(2 * MINUTE, 600 * MINUTE)).toBe(2 * MINUTE)
  })

  it('shows the same times when points were added before or among those that are seen', () => {
    const keys = fc.uniqueArray(fc.integer({ min: 0, max: 100_000 }), { minLength: 5 })
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(keys, keys, share, share, (few, more, one, other) => {
        const before = axisOf(few.toSorted((a, b) => a - b))
        const after = axisOf([...new Set([...few, ...more])].toSorted((a, b) => a - b))
        const [from = 0, to = 0] = [one, other]
          .map((each) => each * (before.count - 1))
          .toSorted((a, b) => a - b)
        fc.pre(before.timeAt(to) - before.timeAt(from) > 1)
        const next = carried({ from, to }, before, after)
        expect(after.timeAt(next.from)).toBeCloseTo(before.timeAt(from), 3)
        expect(after.timeAt(next.to)).toBeCloseTo(before.timeAt(to), 3)
      }),
    )
  })

  it('keeps what lay beyond the newest point beyond it', () => {
    const before = every(10, 100)
    const after = every(10, 150, -500)
    expect(carried({ from: -5, to: 103 }, before, after)).toEqual({ from: -5, to: 153 })
  })

  it('puts a moment into the middle, between two points too, and none from before the first', () => {
    const axis = every(10, 100, 1_000)
    expect([around(axis, 1_505, 20), around(axis, 1_000, 20), around(axis, 999, 20)]).toEqual([
      { from: 40.5, to: 60.5 },
      { from: -10, to: 10 },
      undefined,
    ])
  })
})
