import { describe, expect, it } from 'vitest'
import type { Micros } from '../../../../src/core/domain/index.ts'
import type { Rig } from '../fixture/rig.ts'
import { tradingRig } from '../fixture/rig.ts'

/** Twelve working orders by hand, five a second at most; then a quiet second. */
function withWorking(count = 12): Rig {
  const rig = tradingRig({ limits: { maxGrossLots: 100 as never } })
  for (let order = 1; order <= count; order++) {
    rig.intent({ limit: 4_990 - order, volume: 1 })
    rig.accept(order.toString(36))
    rig.pass(210)
    rig.quote()
  }
  rig.pass(1_000)
  rig.quote()
  rig.take()
  return rig
}

const cancels = (lines: readonly string[]) => lines.filter((line) => line.startsWith('cancel'))

describe('a halt', () => {
  it('cancels at once as many as the throttle allows, and the rest as soon as it does', () => {
    const rig = withWorking()
    rig.command('Halt')
    const atOnce = cancels(rig.take())
    rig.pass(900)
    const meanwhile = cancels(rig.take()).filter((line) => !atOnce.includes(line))
    rig.pass(200)
    const after = cancels(rig.take()).filter((line) => !atOnce.includes(line))
    expect([atOnce.length, atOnce[0], meanwhile, after]).toEqual([
      9,
      'cancel o1',
      [],
      ['cancel oa', 'cancel ob', 'cancel oc'],
    ])
  })

  it('lets no new order out, not even from targets that stood', () => {
    const rig = tradingRig()
    rig.target(2)
    rig.accept(1)
    rig.cancelled(1)
    rig.command('Halt')
    rig.take()
    rig.intent()
    rig.target(3)
    rig.pass(2_000)
    rig.quote()
    const lines = rig.take().filter((line) => !/cancel|query|order/u.test(line))
    expect(lines).toEqual(['ack c3 refused risk.state', 'ack c4 refused risk.state'])
  })

  it('sends nothing of itself once it is lifted', () => {
    const rig = tradingRig()
    rig.target(2)
    rig.accept(1)
    rig.command('Halt')
    rig.cancelled(1)
    rig.command('Unlock')
    rig.take()
    rig.pass(2_000)
    rig.quote()
    expect(rig.take()).toEqual([])
  })

  it('cancels an order again that its first cancel overtook', () => {
    const rig = tradingRig()
    rig.intent()
    rig.command('Halt')
    rig.report({ kind: 'cancel-refused', at: rig.now, order: rig.id(1), code: 'venue.not-found' })
    rig.accept(1)
    rig.take()
    rig.pass(1_100)
    expect(cancels(rig.take())).toEqual(['cancel o1'])
  })

  it.each([
    ['out of date', { validUntil: 0 }],
    ['of an earlier life', { epoch: 0 }],
    ['of an unknown sender', { sender: 'stranger' }],
    ['under an id that was used before', { id: 'c1' }],
  ])('is heard even %s', (_name, fields) => {
    const rig = tradingRig()
    rig.intent()
    rig.command('Halt', fields)
    expect(rig.gateway.state.trading).toMatchObject({ state: 'halted', cause: 'person' })
  })

  it('is lifted by a named person alone', () => {
    const rig = tradingRig()
    rig.command('Halt')
    rig.command('Unlock', { person: '' })
    const before = rig.gateway.state.trading.state
    rig.command('Unlock')
    expect([before, rig.gateway.state.trading.state]).toEqual(['halted', 'active'])
  })

  it('is not lifted by an unlock that comes a second time', () => {
    const rig = tradingRig()
    rig.command('Halt')
    rig.command('Unlock', { id: 'once' })
    rig.command('Halt')
    rig.take()
    rig.command('Unlock', { id: 'once' })
    expect([rig.take(), rig.gateway.state.trading.state]).toEqual([
      ['ack once refused command.duplicate'],
      'halted',
    ])
  })
})

describe('a cancel of everything', () => {
  it('cancels every order and withdraws every target, and trading goes on', () => {
    const rig = tradingRig()
    rig.target(2, { style: 'join' })
    rig.accept(1)
    rig.intent()
    rig.accept(2)
    rig.take()
    rig.command('CancelAll')
    const done = rig.take()
    rig.cancelled(1)
    rig.cancelled(2)
    rig.take()
    rig.pass(2_000)
    rig.quote()
    const quiet = rig.take()
    rig.target(1)
    expect([done, quiet, rig.take().at(-2)]).toEqual([
      [
        'target 1/0 NaN',
        'order o1 working 0/2 cancelling',
        'cancel o1',
        'order o2 working 0/2 cancelling',
        'cancel o2',
        'ack c3 accepted',
      ],
      [],
      'send o3 buy open 1 at 5001 fak',
    ])
  })

  it('goes before new orders: none leaves while a cancel waits for its second', () => {
    const rig = withWorking()
    rig.command('CancelAll')
    rig.take()
    // The second of the first cancels is over, and the rest has not been looked after yet.
    rig.now = (rig.now + 1_000_000) as Micros
    rig.intent({ limit: 4_900 })
    const [answer, ...rest] = rig.take()
    expect([answer, cancels(rest).slice(0, 3)]).toEqual([
      'ack c14 refused risk.throttle',
      ['cancel o9', 'cancel oa', 'cancel ob'],
    ])
  })
})

describe('a cancel', () => {
  it('is sent once, however often it is asked for', () => {
    const rig = tradingRig()
    rig.intent()
    rig.accept(1)
    rig.take()
    rig.command('Cancel', { order: rig.id(1) })
    rig.command('Cancel', { order: rig.id(1) })
    expect(cancels(rig.take())).toEqual(['cancel o1'])
  })

  it('is refused for an order that is over or was never there', () => {
    const rig = tradingRig()
    rig.intent()
    rig.accept(1)
    rig.cancelled(1)
    rig.take()
    rig.command('Cancel', { order: rig.id(1) })
    rig.command('Cancel', { order: 'x' })
    const refused = 'refused command.unknown-order'
    expect(rig.take()).toEqual([`ack c2 ${refused}`, `ack c3 ${refused}`])
  })
})
