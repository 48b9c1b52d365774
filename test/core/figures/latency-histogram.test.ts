import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LatencyHistogram } from '../../../src/core/figures/index.ts'
import { breach } from '../engine/fixture/property.ts'

function recorded(durations: readonly number[]): LatencyHistogram {
  const histogram = new LatencyHistogram()
  for (const each of durations) histogram.record(each)
  return histogram
}

function exact(durations: readonly number[], share: number): number {
  const sorted = durations.toSorted((one, other) => one - other)
  return sorted[Math.max(1, Math.ceil(sorted.length * share)) - 1]!
}

describe('a histogram of latencies', () => {
  it('tells a quantile never too low, and at most an eighth too high', () => {
    const durations = fc.array(
      fc.oneof(fc.nat({ max: 20 }), fc.nat({ max: 5_000 }), fc.nat({ max: 2 ** 31 - 1 })),
      { minLength: 1, maxLength: 300 },
    )
    const shares = fc.constantFrom(0, 0.5, 0.99, 1)
    expect(
      breach(fc.tuple(durations, shares), ([values, share]) => {
        const told = recorded(values).quantile(share)
        const truth = exact(values, share)
        return told >= truth && told <= truth * 1.125
      }),
    ).toBeUndefined()
  })

  it('tells whole microseconds under eight exactly', () => {
    expect([0, 1, 7].map((value) => recorded([value]).quantile(0.5))).toEqual([0, 1, 7])
  })

  it('has nothing to tell while nothing was recorded, and passes over what is no number', () => {
    const histogram = recorded([NaN])
    expect([histogram.count, histogram.quantile(0.5)]).toEqual([0, NaN])
  })

  it('takes a negative duration for none, and an endless one for the longest', () => {
    expect([recorded([-5]).quantile(1), recorded([Infinity]).quantile(1)]).toEqual([0, 2 ** 31 - 1])
  })

  it('forgets what is two windows old', () => {
    const histogram = recorded([5, 5])
    const told: number[][] = []
    for (let window = 0; window < 3; window++) {
      told.push([histogram.count, histogram.quantile(1)])
      histogram.turn()
    }
    expect(told).toEqual([
      [2, 5],
      [2, 5],
      [0, NaN],
    ])
  })
})
