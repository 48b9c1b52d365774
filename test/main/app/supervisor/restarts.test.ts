import { describe, expect, it } from 'vitest'
import type { Micros } from '../../../../src/core/domain/index.ts'
import { Restarts } from '../../../../src/main/app/supervisor/restarts.ts'

const SECOND = 1_000_000

/** Ends again and again, at once after each start. @returns the verdicts up to the last. */
function verdicts(code: number, taken: boolean) {
  const restarts = new Restarts()
  const starts: number[] = []
  for (let now = 0; starts.length < 100;) {
    const verdict = restarts.ended(code, 0, now as Micros, taken)
    if (verdict.kind === 'never') return { why: verdict.why, starts }
    starts.push(verdict.at / SECOND)
    now = verdict.at
  }
  return { why: undefined, starts }
}

describe('whether a worker is started again', () => {
  it('tries one that refuses twice more', () => {
    expect(verdicts(2, false)).toEqual({ why: 'refused', starts: [0.25, 0.75] })
  })

  it('tries one that finds its place taken for some seconds, which its twin needs to be seen', () => {
    const { why, starts } = verdicts(2, true)
    expect([why, starts.slice(0, 3), starts.filter((start) => start <= 8).length]).toEqual([
      'refused',
      [0.5, 1, 1.5],
      16,
    ])
  })

  it('counts the tries for a taken place as no refusals', () => {
    const restarts = new Restarts()
    for (const second of [0, 0.5, 1]) restarts.ended(2, 0, (second * SECOND) as Micros, true)
    expect(restarts.ended(2, 0, (2 * SECOND) as Micros, false)).toEqual({
      kind: 'again',
      at: 2.25 * SECOND,
    })
  })

  it('gives up one that ends again and again', () => {
    const { why, starts } = verdicts(1, false)
    expect([why, starts]).toEqual(['loop', [0.25, 0.75, 1.75, 3.75, 7.75]])
  })
})
