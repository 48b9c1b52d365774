import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { m4 } from '../../../src/core/desk/chart-m4.ts'

const values = fc.array(fc.oneof(fc.integer({ min: -9, max: 9 }), fc.constant(NaN)), {
  maxLength: 60,
})

describe('M4', () => {
  it('keeps first, lowest, highest and last of every stretch, and no more than four', () => {
    fc.assert(
      fc.property(
        values,
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 20 }),
        (all, a, b, columns) => {
          const places = [a, b].map((place) => place % (all.length + 1))
          const [from, to] = [Math.min(...places), Math.max(...places)]
          const chosen = [...m4((index) => all[index]!, from, to, columns)]
          expect(chosen).toEqual([...new Set(chosen)].sort((one, other) => one - other))
          for (let column = 0; column < columns; column++) {
            const begin = from + Math.floor(((to - from) * column) / columns)
            const end = from + Math.floor(((to - from) * (column + 1)) / columns)
            const there = chosen.filter((index) => index >= begin && index < end)
            expect(shapeOf(there.map((index) => all[index]!))).toEqual(
              shapeOf(all.slice(begin, end)),
            )
            expect(there.length).toBeLessThanOrEqual(4)
          }
        },
      ),
    )
  })

  it('keeps all of a span that is not longer than its stretches', () => {
    const rising = [3, 1, 4, 1, 5]
    expect([...m4((index) => rising[index]!, 0, 5, 5)]).toEqual([0, 1, 2, 3, 4])
  })
})

function shapeOf(all: readonly number[]): readonly unknown[] {
  const known = all.filter((value) => !Number.isNaN(value))
  return [known[0], Math.min(...known), Math.max(...known), known.at(-1)]
}
