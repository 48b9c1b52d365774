import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Micros } from '../../../src/core/domain/index.ts'
import { createLatencyLine } from '../../../src/core/exchange/index.ts'
import type { LatencyLine } from '../../../src/core/exchange/index.ts'

const at = (time: number) => time as Micros

/** Pushes numbers at growing times and reads all of them back with the time they came out. */
function passage(line: LatencyLine<number>, gaps: readonly number[]) {
  let now = 0
  const pushed = gaps.map((gap, item) => {
    now += gap
    line.push(item, at(now))
    return now
  })
  const out: { item: number; delay: number }[] = []
  while (line.size > 0) {
    const time = line.nextDue
    expect(line.due(at(time - 1))).toEqual([])
    for (const item of line.due(at(time))) out.push({ item, delay: time - pushed[item]! })
  }
  return out
}

describe('a latency line', () => {
  const gaps = fc.array(fc.nat(300), { minLength: 1, maxLength: 50 })

  it('keeps the order, delays nobody less than it must, and does the same twice', () => {
    fc.assert(
      fc.property(gaps, fc.nat(1_000), (gaps, seed) => {
        const make = () => createLatencyLine<number>({ mean: 500, jitter: 400, seed })
        const out = passage(make(), gaps)
        expect(out.map(({ item }) => item)).toEqual(gaps.map((_, item) => item))
        expect(Math.min(...out.map(({ delay }) => delay))).toBeGreaterThanOrEqual(100)
        expect(Math.max(...out.map(({ delay }) => delay))).toBeLessThanOrEqual(900)
        expect(passage(make(), gaps)).toEqual(out)
      }),
      { numRuns: 50 },
    )
  })

  it('lets items overtake each other where that is asked for, and loses none', () => {
    const line = createLatencyLine<number>({ mean: 500, jitter: 400, seed: 3, reorder: true })
    const items = passage(line, Array<number>(40).fill(10)).map(({ item }) => item)
    const sorted = [...items].sort((one, other) => one - other)
    expect(sorted).toEqual(Array.from({ length: 40 }, (_, item) => item))
    expect(items).not.toEqual(sorted)
  })

  it('is no delay at all when told so', () => {
    const line = createLatencyLine<string>({ mean: 0, jitter: 0, seed: 1 })
    line.push('now', at(7))
    expect([line.due(at(7)), line.nextDue, line.size]).toEqual([['now'], Infinity, 0])
  })

  it('loses what is under way when it breaks', () => {
    const line = createLatencyLine<string>({ mean: 10, jitter: 0, seed: 1 })
    line.push('lost', at(0))
    expect([line.clear(), line.due(at(100))]).toEqual([['lost'], []])
  })
})
