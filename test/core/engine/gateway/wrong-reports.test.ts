import { describe, expect, it } from 'vitest'
import { sayingText } from '../../../../src/core/contracts/index.ts'
import { tradingRig } from '../fixture/rig.ts'

describe('a day that ends without a price for lots that are held', () => {
  it('is not booked, and halts the account in words', () => {
    const rig = tradingRig()
    rig.target(2)
    rig.accept(1)
    rig.fill(1, 2)
    const { tradingDay } = rig.gateway.state
    const days = { tradingDay, nextTradingDay: (tradingDay + 1) as never }
    rig.tell('settled', { ...days, prices: [], expired: [] })
    const { trading, venueSeq, tradingDay: after } = rig.gateway.state
    expect([trading.cause, sayingText(trading.reason), venueSeq, after]).toEqual([
      'mismatch',
      'lots of SHFE.ag2012 are held, and the settlement has no price for it',
      rig.seq,
      tradingDay,
    ])
  })
})

describe('an instrument whose quotes are known to be missing', () => {
  it('opens nothing until they are whole again', () => {
    const rig = tradingRig()
    const instrument = rig.gateway.state.instruments[0]!.id
    rig.gateway.gap(instrument, true)
    rig.intent()
    rig.gateway.gap(instrument, false)
    rig.intent()
    expect(rig.take().filter((line) => line.startsWith('ack'))).toEqual([
      'ack c1 refused risk.stale',
      'ack c2 accepted',
    ])
  })
})

describe('an account whose journal failed', () => {
  it('hears halts and cancels alone, and cannot be flattened or unlocked', () => {
    const rig = tradingRig()
    rig.diskFull = true
    rig.target(2)
    rig.take()
    for (const kind of ['Flatten', 'Unlock', 'CancelAll'] as const) rig.command(kind)
    const acks = rig.take().filter((line) => line.startsWith('ack'))
    expect([acks, rig.gateway.state.trading.state]).toEqual([
      ['ack c2 refused journal.write', 'ack c3 refused journal.write', 'ack c4 accepted'],
      'halted',
    ])
  })
})
