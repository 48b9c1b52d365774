import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { restored, seeded } from '../../../src/core/domain/index.ts'
import { breach } from '../engine/fixture/property.ts'

const numbers = (random: ReturnType<typeof seeded>, count: number) =>
  Array.from({ length: count }, () => random.next())

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length

describe('seeded numbers', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(numbers(seeded(5), 100)).toEqual(numbers(seeded(5), 100))
    expect(numbers(seeded(5), 5)).not.toEqual(numbers(seeded(6), 5))
  })

  it('go on where a kept state ended, whatever was drawn', () => {
    const holds = ([seed, draws]: readonly [number, readonly number[]]) => {
      const random = seeded(seed)
      for (const draw of draws) {
        if (draw === 0) random.next()
        if (draw === 1) random.normal()
        if (draw === 2) random.exponential(3)
        if (draw > 2) random.below(draw)
      }
      const other = restored(random.state())
      return numbers(random, 20).every((value) => value === other.next())
    }
    expect(
      breach(fc.tuple(fc.integer(), fc.array(fc.nat(9), { maxLength: 20 })), holds, 300),
    ).toBeUndefined()
  })

  it('stay within their bounds', () => {
    const holds = ([seed, bound]: readonly [number, number]) => {
      const random = seeded(seed)
      const value = random.next()
      const whole = random.below(bound)
      return value >= 0 && value < 1 && Number.isInteger(whole) && whole >= 0 && whole < bound
    }
    expect(breach(fc.tuple(fc.integer(), fc.integer({ min: 1, max: 1e6 })), holds)).toBeUndefined()
  })

  it('fall evenly, normally and exponentially', () => {
    const random = seeded(1)
    const draw = (next: () => number) => Array.from({ length: 20_000 }, next)
    const even = draw(() => random.below(10))
    const counts = Array.from(
      { length: 10 },
      (_, digit) => even.filter((each) => each === digit).length,
    )
    expect(counts.every((count) => Math.abs(count - 2_000) < 200)).toBe(true)
    const normal = draw(() => random.normal())
    expect(mean(normal)).toBeCloseTo(0, 1)
    expect(mean(normal.map((each) => each * each))).toBeCloseTo(1, 1)
    const waiting = draw(() => random.exponential(5))
    expect(Math.min(...waiting)).toBeGreaterThanOrEqual(0)
    expect(Math.abs(mean(waiting) - 5)).toBeLessThan(0.2)
  })
})
