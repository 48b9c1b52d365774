import { describe, expect, it } from 'vitest'
import { accountOf, positionOf, targetOf } from '../../../../src/core/state/index.ts'
import { ALPHA, NEXT_DAY, SILVER } from '../fixture/market.ts'
import { CASH, tradingRig } from '../fixture/rig.ts'

describe('the end of a day', () => {
  it("turns today's lots into older ones at the settlement price, and profit into cash", () => {
    const rig = tradingRig()
    rig.target(2)
    rig.accept(1)
    rig.fill(1, 2, 5_001, 600)
    rig.quote({ last: 5_010 })
    rig.settle(5_006)
    const { state } = rig.gateway
    const { longToday, longHistory } = positionOf(state, ALPHA, SILVER.id)
    expect([longToday, longHistory, state.money, state.tradingDay, state.openProfit]).toEqual([
      { lots: 0, cost: 0 },
      { lots: 2, cost: 2 * 5_006 },
      { staticBalance: CASH + 2 * 5 * 1_500 - 600, closeProfit: 0, fees: 0 },
      NEXT_DAY,
      0,
    ])
  })

  it('counts no profit twice when the next day shows no price yet', () => {
    const rig = tradingRig()
    rig.target(2)
    rig.accept(1)
    rig.fill(1, 2, 5_001, 0)
    rig.quote({ last: 5_010 })
    rig.quote({ last: NaN })
    rig.settle(5_006)
    rig.quote({ last: NaN })
    const account = accountOf(rig.gateway.state, rig.now)
    rig.quote({ last: 5_008 })
    expect([account.balance, account.positionProfit, rig.gateway.state.openProfit]).toEqual([
      CASH + 15_000,
      0,
      2 * 2 * 1_500,
    ])
  })

  it('lets go of orders that are over, and keeps intents for ever', () => {
    const rig = tradingRig()
    rig.intent({ id: 'mine' })
    rig.accept(1)
    rig.cancelled(1)
    rig.settle()
    rig.take()
    rig.intent({ id: 'mine' })
    expect([rig.gateway.state.orders.size, rig.take()]).toEqual([
      0,
      ['ack mine refused command.duplicate'],
    ])
  })

  it('keeps targets, and closes what became history as such', () => {
    const rig = tradingRig()
    rig.target(2)
    rig.accept(1)
    rig.fill(1, 2, 5_001)
    rig.settle()
    rig.take()
    rig.quote()
    const kept = rig.take()
    rig.target(0)
    expect([kept, rig.take()[2]]).toEqual([[], 'send o2 sell close 2 at 5000 fak'])
  })

  it('ends a contract that expires, with its targets', () => {
    const rig = tradingRig()
    rig.target(2)
    rig.accept(1)
    rig.fill(1, 2, 5_001, 0)
    const days = { tradingDay: 20200821, nextTradingDay: NEXT_DAY }
    const prices = [[0, 5_000]]
    rig.tell('settled', { ...days, prices, expired: [0] } as never)
    const { state } = rig.gateway
    rig.take()
    rig.quote()
    expect([
      state.exposures[0],
      targetOf(state, ALPHA, SILVER.id),
      state.money.staticBalance,
    ]).toEqual([{ long: 0, short: 0, cost: 0, profit: 0 }, undefined, CASH - 2 * 1_500])
    expect([rig.take(), state.margin]).toEqual([[], 0])
  })

  it('is counted like any report, and applied once', () => {
    const rig = tradingRig()
    rig.target(2)
    rig.fill(1, 2, 5_001, 0)
    const settled = rig.settle(5_006)
    rig.report(settled)
    expect([rig.gateway.state.money.staticBalance, rig.gateway.state.venueSeq]).toEqual([
      CASH + 15_000,
      2,
    ])
  })
})
