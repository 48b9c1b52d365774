import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Micros } from '../../../src/core/domain/index.ts'
import { Rate } from '../../../src/core/figures/index.ts'

const at = (seconds: number): Micros => (seconds * 1_000_000) as Micros

/** What a rate says that is read every quarter of a second. */
function readings(counts: readonly number[]): readonly number[] {
  const rate = new Rate()
  return counts.map((count, index) => rate.read(count, at(index / 4)))
}

it('is none before time has passed', () => {
  const rate = new Rate()
  expect([rate.read(7, at(5)), rate.read(9, at(5))]).toEqual([0, 0])
})

it('is steady for three quotes that come together twice a second', () => {
  const counts = Array.from({ length: 40 }, (_, index) => 3 * Math.floor(index / 2))
  expect(new Set(readings(counts).slice(8))).toEqual(new Set([6]))
})

it('falls to none two seconds after the last', () => {
  const rates = readings([0, 5, 10, 15, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20])
  expect([rates[4], rates[8], rates[12], rates[13]]).toEqual([20, 10, 0, 0])
})

it('lies between the slowest and the fastest of its time, whenever it is read', () => {
  const step = fc.record({ more: fc.nat(1000), later: fc.integer({ min: 1, max: 3_000_000 }) })
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 60 }), (steps) => {
      const rate = new Rate()
      let [count, now] = [0, 0]
      const seen: number[] = []
      rate.read(0, at(0))
      for (const { more, later } of steps) {
        count += more
        now += later
        seen.push((more / later) * 1_000_000)
        const read = rate.read(count, now as Micros)
        expect(read).toBeGreaterThanOrEqual(Math.min(...seen) - 1e-9)
        expect(read).toBeLessThanOrEqual(Math.max(...seen) + 1e-9)
      }
    }),
  )
})
