import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ticks } from '../../../src/core/domain/index.ts'
import { applyFill, netLots, positionProfit, sign } from '../../../src/core/domain/index.ts'
import { breach } from '../engine/fixture/property.ts'
import { instrumentFixture } from '../instrument-fixture.ts'
import type { Trade } from './position-fixture.ts'
import { applied, EMPTY, tradesArbitrary } from './position-fixture.ts'

const TICK = instrumentFixture({ tickValue: 1 as never })

const trade = (side: string, offset: string, volume: number, price: number) =>
  ({ side, offset, volume, price }) as unknown as Trade

describe('a fill in a position', () => {
  it('loses no tick: profit taken and profit open make what the trades make', () => {
    const arbitrary = fc.tuple(tradesArbitrary, fc.integer({ min: 4_800, max: 5_200 }))
    const holds = ([trades, mark]: readonly [readonly Trade[], number]) => {
      let taken = 0
      let made = 0
      const end = applied(EMPTY, trades, ({ side, price, volume }, _before, { profit }) => {
        taken += profit
        made += sign(side) * (mark - price) * volume
      })
      const open = positionProfit(TICK, end, mark as Ticks)
      return Number.isInteger(taken) && taken + open === made
    }
    expect(breach(arbitrary, holds)).toBeUndefined()
  })

  it('moves the net by its volume, and counts what it closed', () => {
    const holds = (trades: readonly Trade[]) => {
      let right = true
      applied(EMPTY, trades, ({ side, offset, volume }, before, after) => {
        const closed = after.closedToday + after.closedHistory
        right &&= netLots(after.position) - netLots(before) === sign(side) * volume
        right &&= closed === (offset === 'open' ? 0 : volume)
      })
      return right
    }
    expect(breach(tradesArbitrary, holds)).toBeUndefined()
  })

  it('leaves whole costs, none where no lot is left, and every other bucket as it was', () => {
    const holds = (trades: readonly Trade[]) => {
      let right = true
      const keys = ['longToday', 'longHistory', 'shortToday', 'shortHistory'] as const
      applied(EMPTY, trades, (_trade, before, { position }) => {
        for (const key of keys) {
          const { lots, cost } = position[key]
          right &&= Number.isInteger(lots) && lots >= 0 && Number.isInteger(cost)
          right &&= lots > 0 || cost === 0
        }
        right &&= keys.filter((key) => position[key] !== before[key]).length <= 2
      })
      return right
    }
    expect(breach(tradesArbitrary, holds)).toBeUndefined()
  })

  const MIXED = {
    ...EMPTY,
    longToday: { lots: 3 as never, cost: 15_010 },
    longHistory: { lots: 2 as never, cost: 9_990 },
  }

  it("closes older lots before today's", () => {
    expect(applyFill(MIXED, trade('sell', 'close', 3, 5_010))).toMatchObject({
      position: { longToday: { lots: 2, cost: 10_007 }, longHistory: { lots: 0, cost: 0 } },
      profit: 3 * 5_010 - 9_990 - 5_003,
      closedToday: 1,
      closedHistory: 2,
    })
  })

  it("closes today's lots alone where it says so", () => {
    expect(applyFill(MIXED, trade('sell', 'closeToday', 3, 5_000))).toMatchObject({
      position: { longToday: { lots: 0, cost: 0 }, longHistory: MIXED.longHistory },
      profit: -10,
      closedToday: 3,
      closedHistory: 0,
    })
  })

  it.each([
    ['sell', 'close', 6],
    ['sell', 'closeToday', 4],
    ['buy', 'close', 1],
  ])('cannot %s to %s %i lots that are not there', (side, offset, volume) => {
    expect(() => applyFill(MIXED, trade(side, offset, volume, 5_000))).toThrow(RangeError)
  })
})
