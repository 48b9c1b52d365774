import { describe, expect, it } from 'vitest'
import { sayingText } from '../../../../src/core/contracts/index.ts'
import type { Fen } from '../../../../src/core/domain/index.ts'
import type { Rig } from '../fixture/rig.ts'
import { CASH, Rig as Gateway, tradingRig } from '../fixture/rig.ts'

const LIMIT = { maxDailyLoss: 150_000 as Fen }

/** Holds two lots of silver bought at 5,001, a waiting order, and a day that may lose 1,500 CNY. */
function holding(): Rig {
  const rig = tradingRig({ limits: LIMIT })
  rig.target(2)
  rig.accept(1)
  rig.fill(1, 2, 5_001, 0)
  rig.intent({ volume: 1 })
  rig.accept(2)
  rig.take()
  return rig
}

const standing = ({ gateway }: Rig) => [gateway.state.trading.state, gateway.state.trading.cause]

describe('the loss of a day', () => {
  it('halts with the quote that reaches the limit, and cancels', () => {
    const rig = holding()
    rig.quote({ last: 4_952 })
    const before = rig.take()
    rig.quote({ last: 4_951 })
    expect([before, rig.take(), sayingText(rig.gateway.state.trading.reason)]).toEqual([
      [],
      ['state halted (loss)', 'order o2 working 0/1 cancelling', 'cancel o2'],
      "the day's result of -1500 CNY reached the limit of -1500",
    ])
  })

  it('counts what was taken and paid, without any quote', () => {
    const rig = holding()
    rig.command('SetLimits', { limits: { ...rig.gateway.state.limits, maxDailyLoss: 3_000 } })
    rig.fill(2, 1, 4_990, 40_000)
    expect(standing(rig)).toEqual(['halted', 'loss'])
  })

  it('sends nothing of itself when the price comes back', () => {
    const rig = holding()
    rig.quote({ last: 4_951 })
    rig.cancelled(2)
    rig.take()
    rig.quote({ last: 5_100 })
    rig.pass(2_000)
    rig.quote({ last: 5_100 })
    expect([rig.take(), standing(rig)]).toEqual([[], ['halted', 'loss']])
  })

  it('halts again while the day stands at the limit, though a person lifted it', () => {
    const rig = holding()
    rig.quote({ last: 4_951 })
    rig.command('Unlock', { person: '' })
    const unnamed = standing(rig)
    rig.command('Unlock')
    const named = standing(rig)
    rig.quote({ last: 4_951 })
    expect([unnamed, named, standing(rig)]).toEqual([
      ['halted', 'loss'],
      ['active', 'person'],
      ['halted', 'loss'],
    ])
  })

  it('outlives a restart', () => {
    const rig = holding()
    rig.quote({ last: 4_951 })
    rig.cancelled(2)
    const next = new Gateway({ epoch: 2, records: rig.records, limits: LIMIT, now: rig.now })
    next.seq = rig.seq
    next.run(next.gateway.start(next.now))
    next.loggedIn()
    const line = { instrument: 0, longToday: 2, longHistory: 0, shortToday: 0, shortHistory: 0 }
    next.ledger({ positions: [{ ...line, cost: 10_002 } as never] })
    next.quote({ last: 5_100 })
    expect(standing(next)).toEqual(['halted', 'loss'])
  })

  it('is measured from the settlement, not from the start or a reconnection', () => {
    const rig = holding()
    rig.cancelled(2)
    rig.quote({ last: 4_970 })
    rig.connection(true)
    rig.loggedIn()
    const line = { instrument: 0, longToday: 2, longHistory: 0, shortToday: 0, shortHistory: 0 }
    rig.ledger({ staticBalance: CASH, positions: [{ ...line, cost: 10_002 } as never] })
    rig.quote({ last: 4_952 })
    const before = standing(rig)
    rig.settle(4_952)
    rig.quote({ last: 4_903 })
    const nextDay = standing(rig)
    rig.quote({ last: 4_902 })
    expect([before[0], nextDay[0], standing(rig)]).toEqual(['active', 'active', ['halted', 'loss']])
  })
})
