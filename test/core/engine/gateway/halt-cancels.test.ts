import { describe, expect, it } from 'vitest'
import { asSaid, saying, sayingText } from '../../../../src/core/contracts/index.ts'
import { tradingRig } from '../fixture/rig.ts'

describe('a halt in a second that is used up', () => {
  it('sends its first cancel at once all the same, and the others as soon as they fit', () => {
    const rig = tradingRig()
    for (let order = 1; order <= 5; order++) {
      rig.intent({ limit: 4_990 - order })
      rig.accept(order)
    }
    for (let order = 1; order <= 4; order++) rig.command('Cancel', { order: rig.id(order) })
    rig.take()
    const cancels = () => rig.take().filter((line) => line.startsWith('cancel'))
    rig.command('Halt')
    const atOnce = cancels()
    rig.pass(990)
    const soon = cancels()
    rig.pass(10)
    expect([atOnce, soon, cancels()]).toEqual([['cancel o4'], [], ['cancel o5']])
  })
})

describe('a cancel that the venue refuses during a halt', () => {
  it('is tried again every second until nothing works', () => {
    const rig = tradingRig()
    rig.intent()
    rig.accept(1)
    rig.command('Halt')
    const refuse = () =>
      rig.report({ kind: 'cancel-refused', at: rig.now, order: rig.id(1), code: 'venue.closed' })
    refuse()
    rig.take()
    rig.pass(900)
    const early = rig.take()
    rig.pass(200)
    expect([early, rig.take()]).toEqual([[], ['order o1 working 0/2 cancelling', 'cancel o1']])
  })
})

describe('a fill that closes more than is held', () => {
  it('is not booked, and halts the account in words', () => {
    const rig = tradingRig()
    rig.intent({ offset: 'open' })
    rig.accept(1)
    const { id: order, owner, instrument, side } = rig.order(1)
    const fill = { id: 'f9', order, owner, instrument, side, offset: 'close', at: rig.now }
    const before = rig.gateway.state.money
    rig.gateway.state.orders.set(order, { ...rig.order(1), offset: 'close' })
    rig.tell('filled', {
      fill: { ...fill, price: 5_000, volume: 2 } as never,
      fee: 300 as never,
      closedToday: 0 as never,
    })
    const { trading, money, venueSeq } = rig.gateway.state
    expect([trading.cause, sayingText(trading.reason), money, venueSeq]).toEqual([
      'mismatch',
      'fill f9 of order test-7-1-1 closes more lots than its owner holds',
      before,
      rig.seq,
    ])
  })
})

describe('hands in a replay', () => {
  it('do not trade', () => {
    const rig = tradingRig({ mode: 'replay' })
    rig.intent()
    expect(rig.take()).toEqual(['ack c1 refused command.state'])
  })
})

describe('a halt by a person', () => {
  it('has the reason that was typed, as it was typed; by hand where none was', () => {
    const reasons = ['吃午饭', ''].map((reason) => {
      const rig = tradingRig()
      rig.command('Halt', { reason })
      return rig.gateway.state.trading.reason
    })
    expect(reasons).toEqual([asSaid('吃午饭'), saying('state.by-hand')])
  })

  it('is told as what was lifted, once it is', () => {
    const rig = tradingRig()
    rig.command('Halt', { reason: 'lunch' })
    rig.command('Unlock')
    expect(rig.gateway.state.trading.reason).toEqual(
      saying('state.lifted', { reason: asSaid('lunch') }),
    )
  })
})
