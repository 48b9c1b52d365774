import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ticks } from '../../../src/core/domain/index.ts'
import { longLots, positionProfit, settle, shortLots } from '../../../src/core/domain/index.ts'
import { breach } from '../engine/fixture/property.ts'
import { instrumentFixture } from '../instrument-fixture.ts'
import type { Trade } from './position-fixture.ts'
import { applied, EMPTY, tradesArbitrary } from './position-fixture.ts'

const SILVER = instrumentFixture()

describe('the end of a day for a position', () => {
  it('takes the open profit, and leaves as many lots, all older, with none open', () => {
    const arbitrary = fc.tuple(tradesArbitrary, fc.integer({ min: 4_800, max: 5_200 }))
    const holds = ([trades, price]: readonly [readonly Trade[], number]) => {
      const held = applied(EMPTY, trades, () => undefined)
      const { position, profit } = settle(SILVER, held, price as Ticks, false)
      return (
        profit === positionProfit(SILVER, held, price as Ticks) &&
        positionProfit(SILVER, position, price as Ticks) === 0 &&
        position.longToday.lots + position.shortToday.lots === 0 &&
        position.longHistory.lots === longLots(held) &&
        position.shortHistory.lots === shortLots(held)
      )
    }
    expect(breach(arbitrary, holds)).toBeUndefined()
  })

  it('makes the same profit over two days as over one', () => {
    const arbitrary = fc.tuple(
      tradesArbitrary,
      fc.integer({ min: 4_800, max: 5_200 }),
      fc.integer({ min: 4_800, max: 5_200 }),
    )
    const holds = ([trades, first, second]: readonly [readonly Trade[], number, number]) => {
      const held = applied(EMPTY, trades, () => undefined)
      const one = settle(SILVER, held, first as Ticks, false)
      const two = settle(SILVER, one.position, second as Ticks, false)
      return one.profit + two.profit === positionProfit(SILVER, held, second as Ticks)
    }
    expect(breach(arbitrary, holds)).toBeUndefined()
  })

  it('closes a contract that expires, free of charge', () => {
    const held = { ...EMPTY, longHistory: { lots: 2 as never, cost: 10_000 } }
    expect(settle(SILVER, held, 5_010 as Ticks, true)).toEqual({
      position: EMPTY,
      profit: 20 * SILVER.tickValue,
    })
  })
})
