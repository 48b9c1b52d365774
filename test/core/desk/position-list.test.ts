import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PositionList, positionFigures } from '../../../src/core/desk/position-list.ts'
import type { Micros, Ticks } from '../../../src/core/domain/index.ts'
import { accountOf, apply } from '../../../src/core/state/index.ts'
import { quoteFixture } from '../quote-fixture.ts'
import { INSTRUMENT, deeds, happen, newAccount } from './trading-story.ts'

describe('the list of positions', () => {
  it('adds up to the open profit, the margin and the lots of the account', () => {
    fc.assert(
      fc.property(deeds, fc.option(fc.integer({ min: 6_000, max: 6_300 })), (story, last) => {
        const state = newAccount()
        for (const [number, deed] of story.entries()) happen(state, deed, number)
        if (last !== null) apply(state, quoteFixture({ last }))
        const list = new PositionList()
        const rows = list.rows(state)
        const { positionProfit, margin } = accountOf(state, 0 as Micros)
        const { long = 0, short = 0 } = state.exposures[0] ?? {}
        // Nobody can say it before there is a mark; the account then counts nothing.
        const isUnmarked = state.marks[0] === undefined && rows.length > 0
        expect(list.sums.profit + 0).toBe(isUnmarked ? NaN : positionProfit + 0)
        expect(list.sums.lots).toBe(long + short)
        // The account rounds once an owner, the list once a side.
        expect(Math.abs(list.sums.margin - margin)).toBeLessThanOrEqual(rows.length)
      }),
    )
  })

  it('tells the figures of one side', () => {
    const state = newAccount()
    const open = { kind: 'fill', owner: 1, side: 'sell', offset: 'open' } as const
    happen(state, { ...open, volume: 2, price: 6_100 }, 1)
    happen(state, { kind: 'settle', price: 6_120 }, 2)
    happen(state, { ...open, volume: 1, price: 6_150 }, 3)
    const [row] = new PositionList().rows(state)
    expect(row && positionFigures(row, INSTRUMENT, 6_140 as Ticks)).toEqual({
      lots: 3,
      today: 1,
      history: 2,
      average: 6_130,
      notional: 3 * 6_140 * 1_500,
      margin: (2 * 6_120 + 6_150) * 1_500 * 0.08,
      profit: -(2 * 20 - 10) * 1_500,
    })
  })

  it('keeps the same rows as long as no side comes or goes', () => {
    const state = newAccount()
    const list = new PositionList()
    const open = { kind: 'fill', owner: 1, side: 'buy', offset: 'open', volume: 1 } as const
    happen(state, { ...open, price: 6_100 }, 1)
    const before = list.rows(state)
    happen(state, { ...open, price: 6_110 }, 2)
    expect(list.rows(state)).toBe(before)
    expect(before[0]?.position.longToday.lots).toBe(2)
    happen(state, { ...open, side: 'sell', price: 6_110 }, 3)
    expect(list.rows(state).map(({ key }) => key)).toEqual(['1 0 long', '1 0 short'])
  })
})
