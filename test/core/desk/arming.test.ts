import { describe, expect, it } from 'vitest'
import type { Mode } from '../../../src/core/contracts/index.ts'
import { armingOf, isArmedBy } from '../../../src/core/desk/arming.ts'

const MODES = ['simulated', 'paper', 'live', 'replay', 'monitor', undefined] as const

describe('arming', () => {
  it('is a click with paper money, a typed name and a hold with real money, else not there', () => {
    expect(MODES.map((mode) => armingOf(mode).by)).toEqual([
      'press',
      'press',
      'typed-hold',
      'never',
      'never',
      'never',
    ])
  })

  it('of real money takes the very name, held for 0.8 s; a click alone never does', () => {
    const arms = (mode: Mode, typed: string, held: number, profile = 'main') =>
      isArmedBy(armingOf(mode), profile, { typed, held })
    expect([
      arms('live', 'main', 800),
      arms('live', 'main', 799),
      arms('live', 'Main', 5_000),
      arms('live', '', 5_000),
      arms('live', '', 5_000, ''),
      arms('live', 'main', NaN),
      arms('paper', '', 0),
      arms('simulated', '', 0),
      arms('replay', 'main', 5_000),
      arms('monitor', 'main', Infinity),
    ]).toEqual([true, false, false, false, false, false, true, true, false, false])
  })
})
