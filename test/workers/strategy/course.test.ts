import { describe, expect, it } from 'vitest'
import { STRATEGY_STAGES, UNMEASURED } from '../../../src/core/contracts/index.ts'
import { stagesOf } from '../../../workers/strategy/course.ts'

const RULE = { saidAt: 1_000, arrivedAt: 1_090, readyAt: 1_100, answeredAt: NaN }

describe('the way from a quote to a target', () => {
  it('has a figure for each stage; for the model only where one was asked', () => {
    expect(STRATEGY_STAGES).toEqual(['bus-out', 'features', 'model', 'decide'])
    expect(stagesOf(RULE, 1_130)).toEqual([90, 10, NaN, 30])
    expect(stagesOf({ ...RULE, answeredAt: 1_400 }, 1_430)).toEqual([90, 10, 300, 30])
  })

  it('is not measured where nobody knows when the quote was said', () => {
    expect(stagesOf({ ...RULE, saidAt: NaN }, 1_130)).toBe(UNMEASURED)
  })

  it('never goes backward, and fits into a command however slow it was', () => {
    const slow = { ...RULE, arrivedAt: 900, readyAt: 1e12 }
    expect(stagesOf(slow, 1e12)).toEqual([0, 0xffff_ffff, NaN, 0])
  })
})
