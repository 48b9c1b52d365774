import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { steps } from '../../../../src/renderer/panels/chart/paint/steps.ts'
import type { View } from '../../../../src/renderer/panels/chart/view.ts'

const WIDTH = 2

interface Line {
  readonly values: readonly number[]
  readonly opens: readonly boolean[]
  readonly spacing: number
  readonly origin: number
}

type Extent = readonly [number, number]

const line: fc.Arbitrary<Line> = fc
  .array(
    fc.tuple(
      fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 6 }) }, fc.constant(NaN)),
      fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.constant(true)),
    ),
    { minLength: 1, maxLength: 80 },
  )
  .chain((points) =>
    fc.record({
      values: fc.constant(points.map(([value]) => value)),
      opens: fc.constant(points.map(([, opens]) => opens)),
      // Sums of these are exact.
      spacing: fc.constantFrom(1 / 16, 1 / 4, 1 / 2, 3 / 4, 1, 3 / 2, 23 / 8),
      origin: fc.constantFrom(-3.25, -0.5, 0, 0.5, 7.75),
    }),
  )

/** Rectangles that are filled for a line: columns from, to, and what is covered of them. */
function filled({ values, opens, spacing, origin }: Line) {
  const rects: { from: number; to: number; high: number; low: number }[] = []
  const context = {
    fillRect: (x: number, y: number, width: number, height: number) =>
      void rects.push({
        from: x,
        to: x + width,
        high: y + WIDTH / 2,
        low: y + height - WIDTH / 2,
      }),
  } as unknown as CanvasRenderingContext2D
  const view = {
    first: 0,
    last: values.length - 1,
    spacing,
    x: (place: number) => origin + place * spacing,
  } as unknown as View
  const yOf = (index: number) => values[index]!
  steps(context, view, { yOf, color: 'white', width: WIDTH, opens: (index) => opens[index]! })
  return rects
}

/** What the parts of a line, laid one over the other, cover of each column. */
function covered({ values, opens, spacing, origin }: Line): ReadonlyMap<number, Extent> {
  const columns = new Map<number, Extent>()
  const cover = (column: number, one: number, other: number): void => {
    const [high, low] = columns.get(column) ?? [Infinity, -Infinity]
    columns.set(column, [Math.min(high, one, other), Math.max(low, one, other)])
  }
  const level = (from: number, to: number, y: number): void => {
    cover(Math.floor(from), y, y)
    for (let column = Math.floor(from) + 1; column < to; column++) cover(column, y, y)
  }
  for (const [index, y] of values.entries()) {
    const x = origin + index * spacing
    const isOpen = index > 0 && opens[index] === true
    const before = values[index - 1] ?? NaN
    if (before === before) level(x - spacing, isOpen ? x - spacing / 2 : x, before)
    if (y === y) cover(Math.floor(x), isOpen || before !== before ? y : before, y)
  }
  const last = values.at(-1)!
  const end = origin + (values.length - 1) * spacing
  if (last === last) level(end, end + spacing, last)
  return columns
}

describe('a line with many points to a pixel', () => {
  it('covers of each column of pixels what its steps cover of it', () => {
    fc.assert(
      fc.property(line, (drawn) => {
        const found = new Map<number, Extent>()
        for (const { from, to, high, low } of filled(drawn)) {
          for (let column = from; column < to; column++) {
            // One colour that is not opaque would be darker where it is laid twice.
            expect(found.has(column)).toBe(false)
            found.set(column, [high, low])
          }
        }
        expect(found).toEqual(covered(drawn))
      }),
      { numRuns: 500 },
    )
  })

  it('is one rectangle for as long as nothing changes', () => {
    const values = Array.from({ length: 4_000 }, (_, index) => (index < 2_000 ? 3 : 5))
    const opens = values.map(() => false)
    expect(filled({ values, opens, spacing: 0.25, origin: 0 })).toEqual([
      { from: 0, to: 500, high: 3, low: 3 },
      { from: 500, to: 501, high: 3, low: 5 },
      { from: 501, to: 1_000, high: 5, low: 5 },
    ])
  })

  it('is drawn nowhere where nothing is known', () => {
    const values = [NaN, NaN, NaN]
    expect(filled({ values, opens: [false, false, false], spacing: 1, origin: 0 })).toEqual([])
  })
})
