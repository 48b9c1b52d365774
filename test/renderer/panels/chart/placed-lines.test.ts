import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TAG_STEP, placeLines } from '../../../../src/renderer/panels/chart/paint/placed-lines.ts'

const HEIGHT = 340
/** A pane that shows prices from 100 at its foot to 440 at its head, one a pixel. */
const yOf = (price: number): number => 440 - price

const placed = (...prices: readonly number[]) =>
  placeLines(
    prices.map((price) => ({ price })),
    yOf,
    HEIGHT,
  ).map(({ line, y, middle, beyond, more }) => [line.price, y, middle, beyond, more])

describe('tags of lines in a chart', () => {
  it('stand at their price, and apart where those would cover one another', () => {
    expect(placed(200, 201, 300)).toEqual([
      [300, 140, 140, undefined, 0],
      [201, 239, 239, undefined, 0],
      [200, 240, 239 + TAG_STEP, undefined, 0],
    ])
  })

  it('stand at the edge on the side of a price that is not seen', () => {
    expect(placed(9_999, 500, 99, 300)).toEqual([
      [9_999, NaN, 0.5 * TAG_STEP, 'above', 0],
      [500, NaN, 1.5 * TAG_STEP, 'above', 0],
      [300, 140, 140, undefined, 0],
      [99, NaN, HEIGHT - 0.5 * TAG_STEP, 'below', 0],
    ])
  })

  it('are those nearest to what is seen where many are beyond, and count the others', () => {
    const prices = Array.from({ length: 9 }, (_, index) => 441 + index)
    const tags = placed(...prices)
    expect(tags.map(([price, , , , more]) => [price, more])).toEqual([
      [445, 4],
      [444, 0],
      [443, 0],
      [442, 0],
      [441, 0],
    ])
    const lower = placed(...prices.map((price) => price - 400))
    expect(lower.map(([price, , , , more]) => [price, more])).toEqual([
      [49, 0],
      [48, 0],
      [47, 0],
      [46, 0],
      [45, 4],
    ])
  })

  it('never leave a line out unsaid, in the order of prices, within the pane', () => {
    const prices = fc.array(fc.integer({ min: -400, max: 900 }), { maxLength: 12 })
    fc.assert(
      fc.property(prices, (some) => {
        const tags = placeLines(
          some.map((price) => ({ price })),
          yOf,
          HEIGHT,
        )
        const told = tags.reduce((sum, { more }) => sum + 1 + more, 0)
        expect(told).toBe(some.length)
        for (const [index, { line, middle }] of tags.entries()) {
          const before = tags[index - 1]
          if (before === undefined) continue
          expect(line.price).toBeLessThanOrEqual(before.line.price)
          expect(middle - before.middle).toBeGreaterThanOrEqual(TAG_STEP - 1e-9)
        }
        for (const { middle } of tags.filter(({ beyond }) => beyond !== undefined)) {
          expect(middle).toBeGreaterThan(0)
          expect(middle).toBeLessThan(HEIGHT)
        }
      }),
    )
  })
})
