import { describe, expect, it } from 'vitest'
import type { AttributionFact, SignalFact } from '../../../src/core/contracts/index.ts'
import { featurePushes } from '../../../src/core/desk/feature-pushes.ts'
import { START } from '../engine/fixture/market.ts'

const NAMES = ['a', 'b', 'c', 'd']
const about = { owner: 1, instrument: 0, at: START }
const SIGNAL = { kind: 'signal', ...about, features: [1, 2, 3, 4] } as unknown as SignalFact
const TOLD = {
  kind: 'attribution',
  ...about,
  quoteAt: START,
  label: 'up',
  base: 0.7,
  values: [10, 20, 30, 40],
  pushes: [0.1, NaN, -0.4, 0],
} as unknown as AttributionFact

/** The decision after it, so many µs later. */
function later(passed: number): SignalFact {
  return { ...SIGNAL, at: START + passed } as SignalFact
}

describe('what pushed a decision', () => {
  it('is shown with the values of that decision, the strongest first, the unknown last', () => {
    expect(featurePushes(NAMES, SIGNAL, TOLD)).toEqual({
      rows: [
        { name: 'c', value: 30, push: -0.4, share: -1 },
        { name: 'a', value: 10, push: 0.1, share: 0.25 },
        { name: 'd', value: 40, push: 0, share: 0 },
        { name: 'b', value: 20, push: NaN, share: 0 },
      ],
      of: TOLD,
      behind: 0,
    })
  })

  it('is unknown where nobody told, with the values that were seen', () => {
    const { rows, of } = featurePushes(['a'], SIGNAL, undefined)
    expect([of, rows.map(({ name, value, push }) => [name, value, push])]).toEqual([
      undefined,
      [
        ['a', 1, NaN],
        ['#1', 2, NaN],
        ['#2', 3, NaN],
        ['#3', 4, NaN],
      ],
    ])
  })

  it.each([
    ['plain while it follows the decisions', 2_000_000, true, 0],
    ['old once it stays behind', 2_000_001, true, 2_000_001],
    ['over when it is of long ago', 10_000_001, false, 0],
    ['over when it is of another course of time', -1, false, 0],
  ])('is %s', (_, passed, shown, behind) => {
    const pushes = featurePushes(NAMES, later(passed), TOLD)
    expect([pushes.of !== undefined, pushes.behind]).toEqual([shown, behind])
  })
})
