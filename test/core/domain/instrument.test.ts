import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Price, Ticks } from '../../../src/core/domain/index.ts'
import { priceOf, ticksOf } from '../../../src/core/domain/index.ts'
import { breach } from '../engine/fixture/property.ts'
import { instrumentFixture } from '../instrument-fixture.ts'

const STEPS = [
  [1, 1],
  [5, 1],
  [10, 1],
  [1, 2],
  [2, 10],
  [1, 50],
  [2, 100],
  [5, 1_000],
] as const

const stepped = ([tickUnits, tickScale]: readonly [number, number]) =>
  instrumentFixture({ tickUnits, tickScale, tickSize: tickUnits / tickScale })

describe('the price of a tick', () => {
  it('is the double that its text gives, and leads back to the tick', () => {
    const arbitrary = fc.tuple(fc.constantFrom(...STEPS), fc.integer({ min: -1e6, max: 1e7 }))
    const holds = ([step, ticks]: readonly [readonly [number, number], number]) => {
      const instrument = stepped(step)
      const price = priceOf(instrument, ticks as Ticks)
      const text = ((ticks * step[0]) / step[1]).toFixed(3)
      return Number(text) === price && ticksOf(instrument, price) === ticks
    }
    expect(breach(arbitrary, holds)).toBeUndefined()
  })

  it('is NaN between two ticks', () => {
    const arbitrary = fc.tuple(
      fc.constantFrom(...STEPS),
      fc.integer({ min: 1, max: 1e6 }),
      fc.double({ min: 0.001, max: 0.999, noNaN: true }),
    )
    const holds = ([step, ticks, part]: readonly [readonly [number, number], number, number]) => {
      const instrument = stepped(step)
      return Number.isNaN(ticksOf(instrument, priceOf(instrument, (ticks + part) as Ticks)))
    }
    expect(breach(arbitrary, holds)).toBeUndefined()
  })

  it.each([NaN, Infinity, -Infinity, undefined])('is NaN where the price is %s', (price) => {
    expect(ticksOf(instrumentFixture(), price as Price)).toBeNaN()
  })
})
