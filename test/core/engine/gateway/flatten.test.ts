import { describe, expect, it } from 'vitest'
import type { Rig } from '../fixture/rig.ts'
import { tradingRig } from '../fixture/rig.ts'

/** Sends by hand until filled. */
function bought(rig: Rig, counter: number, fields: object): void {
  rig.intent(fields)
  rig.accept(counter)
  rig.fill(counter, rig.order(counter).volume, 5_000)
}

/**
 * Answers whatever is wanted from here on: cancels are confirmed, orders fill whole.
 * @returns what was wanted, without the numbers of the orders.
 */
function venueFills(rig: Rig, seconds = 4): string[] {
  const wanted: string[] = []
  for (let tick = 0; tick < seconds * 10; tick++) {
    for (const line of rig.take()) {
      const [deed, order = ''] = line.split(' ')
      const counter = order.slice(1)
      if (deed !== 'send' && deed !== 'cancel') continue
      wanted.push(line.replace(` ${order}`, ''))
      if (deed === 'cancel') rig.cancelled(counter)
      if (deed === 'send') {
        rig.accept(counter)
        rig.fill(counter, rig.order(counter).volume, 5_000)
      }
    }
    rig.pass(100)
    rig.quote()
    rig.quote({ instrument: 1 })
  }
  return wanted
}

describe('flattening', () => {
  it('cancels first, closes every owner, and ends halted', () => {
    const rig = tradingRig()
    bought(rig, 1, { volume: 3, limit: 5_001 })
    rig.target(-2)
    rig.accept(2)
    rig.fill(2, 2, 5_000)
    rig.intent({ limit: 4_980 })
    rig.accept(3)
    rig.pass(1_000)
    rig.quote()
    rig.take()
    rig.command('Flatten')
    const sent = venueFills(rig)
    expect(sent).toEqual([
      'cancel',
      'send buy closeToday 2 at 5001 fak',
      'send sell closeToday 3 at 5000 fak',
    ])
    const { trading, exposures } = rig.gateway.state
    expect(trading).toMatchObject({ state: 'halted', cause: 'flattened', person: 'tester' })
    expect(exposures[0]).toMatchObject({ long: 0, short: 0 })
  })

  it('closes both sides of one owner', () => {
    const rig = tradingRig()
    bought(rig, 1, { volume: 3, limit: 5_001 })
    bought(rig, 2, { volume: 3, side: 'sell', limit: 5_000 })
    rig.pass(1_000)
    rig.quote()
    rig.take()
    rig.command('Flatten')
    const sent = venueFills(rig)
    expect(sent).toEqual([
      'send sell closeToday 3 at 5000 fak',
      'send buy closeToday 3 at 5001 fak',
    ])
    expect(rig.gateway.state.trading).toMatchObject({ state: 'halted', cause: 'flattened' })
  })

  it('works off more than the lots of an order in several', () => {
    const rig = tradingRig({ limits: { maxOrderLots: 2 as never } })
    for (const counter of [1, 2, 3]) bought(rig, counter, { limit: 5_001 - counter })
    rig.pass(1_000)
    rig.quote()
    rig.take()
    rig.command('Flatten')
    expect(venueFills(rig)).toHaveLength(3)
    expect(rig.gateway.state.trading).toMatchObject({ state: 'halted', cause: 'flattened' })
  })

  it('ends at once where there is nothing to close', () => {
    const rig = tradingRig()
    rig.command('Flatten')
    rig.pass(60)
    expect(rig.gateway.state.trading).toMatchObject({ state: 'halted', cause: 'flattened' })
  })

  it('takes no target and no hand order meanwhile', () => {
    const rig = tradingRig()
    bought(rig, 1, { limit: 5_001 })
    rig.command('Flatten')
    rig.take()
    rig.target(1)
    rig.intent({ side: 'sell', offset: 'closeToday', limit: 5_005 })
    expect(rig.take().filter((line) => line.startsWith('ack'))).toEqual([
      'ack c3 refused risk.state',
      'ack c4 refused risk.state',
    ])
  })

  it('waits for a broken line, and goes on after it', () => {
    const rig = tradingRig()
    bought(rig, 1, { limit: 5_001 })
    rig.connection(false)
    rig.take()
    rig.command('Flatten')
    const broken = rig.take().filter((line) => line.startsWith('send'))
    rig.connection(true)
    rig.loggedIn()
    const fees = 300 as never
    const position = { instrument: 0, longToday: 2, longHistory: 0, shortToday: 0, shortHistory: 0 }
    rig.ledger({ fees, positions: [{ ...position, cost: 10_000 } as never] })
    expect([broken, venueFills(rig)]).toMatchObject([
      [],
      [expect.stringMatching(/sell closeToday 2 at 5000 fak$/u)],
    ])
    expect(rig.gateway.state.trading).toMatchObject({ state: 'halted', cause: 'flattened' })
  })

  it('is lifted by a person, and sends nothing of itself then', () => {
    const rig = tradingRig()
    rig.target(2, { style: 'join' })
    rig.accept(1)
    rig.command('Flatten')
    venueFills(rig)
    rig.command('Unlock')
    rig.take()
    expect([venueFills(rig), rig.gateway.state.trading.state]).toEqual([[], 'active'])
  })
})
