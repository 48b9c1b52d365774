import { describe, expect, it } from 'vitest'
import { SABOTAGES } from './sabotage.ts'
import { STEPS, shortestFailure, simulate } from './simulate.ts'

const SEEDS = 100

describe('gateway and exchange under faults', () => {
  it(`keep every promise over ${SEEDS} seeds`, () => {
    const failures: unknown[] = []
    for (let seed = 1; seed <= SEEDS; seed++) {
      const { failure } = simulate(seed)
      if (failure !== undefined) failures.push({ seed, ...shortestFailure(seed).failure })
    }
    expect(failures).toEqual([])
  })

  it('do the same for the same seed, and something else for another', () => {
    const [first, again, other] = [simulate(7), simulate(7), simulate(8)]
    expect(again).toEqual(first)
    expect(other.hash).not.toBe(first.hash)
  })

  it('trade in earnest: orders are sent, filled, refused by the venue and left unanswered', () => {
    const totals = { submits: 0, fills: 0, rejected: 0, unknown: 0, halts: 0 }
    for (let seed = 1; seed <= 20; seed++) {
      const { counts } = simulate(seed)
      for (const what of Object.keys(totals) as (keyof typeof totals)[])
        totals[what] += counts[what]
    }
    expect(Object.entries(totals).filter(([, count]) => count < 10)).toEqual([])
  })
})

describe('a fault of our own', () => {
  it.each(SABOTAGES)('is found: %s', (sabotage) => {
    const seeds = Array.from({ length: 30 }, (_, index) => index + 1)
    expect(seeds.some((seed) => simulate(seed, STEPS, sabotage).failure !== undefined)).toBe(true)
  })
})
