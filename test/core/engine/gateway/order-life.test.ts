import { describe, expect, it } from 'vitest'
import { positionOf } from '../../../../src/core/state/index.ts'
import { ALPHA } from '../fixture/market.ts'
import { tradingRig } from '../fixture/rig.ts'

describe('the life of an order', () => {
  it('goes from target to filled, in parts, each told once', () => {
    const rig = tradingRig()
    rig.target(3)
    const sent = rig.take()
    rig.accept(1)
    const accepted = rig.take()
    rig.fill(1, 1)
    rig.fill(1, 2)
    expect([sent, accepted, rig.take()]).toEqual([
      ['target 1/0 3', 'order o1 pending 0/3', 'send o1 buy open 3 at 5001 fak', 'ack c1 accepted'],
      ['order o1 working 0/3'],
      ['fill o1 1 at 5001', 'order o1 working 1/3', 'fill o1 2 at 5001', 'order o1 filled 3/3'],
    ])
    expect(positionOf(rig.gateway.state, ALPHA, rig.order(1).instrument).longToday).toEqual({
      lots: 3,
      cost: 3 * 5_001,
    })
    expect(rig.gateway.state.money).toEqual({
      staticBalance: 500_000_000,
      closeProfit: 0,
      fees: 600,
    })
  })

  it('sends the rest again once a FAK was cancelled, and no more than the rest', () => {
    const rig = tradingRig()
    rig.target(3)
    rig.accept(1)
    rig.fill(1, 1)
    rig.take()
    rig.cancelled(1)
    expect(rig.take()).toEqual([
      'order o1 cancelled 1/3',
      'order o2 pending 0/2',
      'send o2 buy open 2 at 5001 fak',
    ])
  })

  it('does not send what was left unfilled into the same book again', () => {
    const rig = tradingRig()
    rig.target(3)
    rig.accept(1)
    rig.take()
    rig.tell('cancelled', { order: rig.id(1), left: 3 as never, code: 'venue.unfilled' })
    const atOnce = rig.take()
    rig.quote()
    expect([atOnce, rig.take().at(-1)]).toEqual([
      ['order o1 cancelled 0/3'],
      'send o2 buy open 3 at 5001 fak',
    ])
  })

  it('waits a second before it sends again what the venue rejected', () => {
    const rig = tradingRig()
    rig.target(3)
    rig.tell('rejected', { order: rig.id(1), code: 'venue.funds', message: 'too poor' })
    rig.take()
    rig.pass(990)
    rig.quote()
    const soon = rig.take()
    rig.pass(10)
    rig.quote()
    expect([soon, rig.take().at(-1)]).toEqual([[], 'send o2 buy open 3 at 5001 fak'])
  })

  it('keeps the code and the words of a rejection', () => {
    const rig = tradingRig()
    rig.intent()
    const told = { code: 'venue.funds', message: 'too poor' } as const
    rig.tell('rejected', { order: rig.id(1), ...told })
    const { status, reason } = rig.order(1)
    expect([status, reason, rig.working()]).toEqual(['rejected', 'venue.funds: too poor', []])
  })

  it('takes a fill that comes before the acceptance', () => {
    const rig = tradingRig()
    rig.intent()
    rig.fill(1, 2, 4_990)
    rig.accept(1)
    expect(rig.order(1)).toMatchObject({ status: 'filled', filled: 2 })
  })

  it('takes a fill while a cancel is under way, and keeps waiting for the rest of it', () => {
    const rig = tradingRig()
    rig.intent()
    rig.accept(1)
    rig.command('Cancel', { order: rig.id(1) })
    rig.fill(1, 1, 4_990)
    const between = rig.order(1)
    rig.cancelled(1)
    expect([between, rig.order(1)]).toMatchObject([
      { status: 'working', filled: 1, cancelling: true },
      { status: 'cancelled', filled: 1, cancelling: false },
    ])
  })

  it('lets an order work on when the venue refuses to cancel it', () => {
    const rig = tradingRig()
    rig.intent()
    rig.accept(1)
    rig.command('Cancel', { order: rig.id(1) })
    rig.report({ kind: 'cancel-refused', at: rig.now, order: rig.id(1), code: 'venue.final' })
    expect(rig.order(1)).toMatchObject({ status: 'working', cancelling: false })
  })

  it('books a fill of an order that is over, and does not bring the order back', () => {
    const rig = tradingRig()
    rig.intent()
    rig.accept(1)
    rig.cancelled(1)
    rig.fill(1, 1, 4_990)
    expect([rig.order(1), rig.working()]).toMatchObject([{ status: 'cancelled', filled: 1 }, []])
    expect(rig.gateway.state.exposures[0]).toMatchObject({ long: 1, short: 0 })
  })
})

describe('an order that the venue does not answer', () => {
  it('is unknown after half a second, asked after, and rejected only by the word of the venue', () => {
    const rig = tradingRig()
    rig.intent()
    rig.take()
    rig.pass(490)
    const before = rig.take()
    rig.pass(60)
    const late = rig.take()
    const asked = { kind: 'order-status', at: rig.now, order: rig.id(1), seq: rig.seq } as const
    rig.report({ ...asked, status: 'not-found', filled: 0 as never })
    expect([before, late, rig.take(), rig.order(1).reason]).toEqual([
      [],
      ['order o1 unknown 0/2', 'query o1'],
      ['order o1 rejected 0/2'],
      'venue.not-found: the venue never had it, and never will',
    ])
  })

  it('is asked after once a second for as long as it takes, and never sent again', () => {
    const rig = tradingRig()
    rig.target(2)
    rig.take()
    rig.pass(10_000)
    const lines = rig.take()
    const queries = lines.filter((line) => line === 'query o1').length
    const rest = lines.filter((line) => line !== 'query o1')
    expect([queries >= 9 && queries <= 10, rest]).toEqual([true, ['order o1 unknown 0/2']])
  })

  it('works after all when the venue says so, without a reason left over', () => {
    const rig = tradingRig()
    rig.intent()
    rig.pass(600)
    rig.accept(1)
    const accepted = rig.order(1)
    rig.intent({ limit: 4_980 })
    rig.pass(600)
    const asked = { kind: 'order-status', at: rig.now, order: rig.id(2), seq: rig.seq } as const
    rig.report({ ...asked, status: 'working', filled: 0 as never })
    const calm = { status: 'working', reason: '' }
    expect([accepted, rig.order(2)]).toMatchObject([calm, calm])
  })

  it('is left as it is by a late answer once it is over', () => {
    const rig = tradingRig()
    rig.intent()
    rig.accept(1)
    rig.cancelled(1)
    const over = rig.order(1)
    rig.take()
    for (const status of ['working', 'not-found', 'filled'] as const) {
      const filled = 0 as never
      rig.report({ kind: 'order-status', at: rig.now, order: rig.id(1), seq: 1, status, filled })
    }
    expect([rig.order(1), rig.take()]).toEqual([over, []])
  })

  it('waits for missing reports before it believes an answer', () => {
    const rig = tradingRig()
    rig.intent()
    rig.pass(600)
    rig.take()
    const answer = { kind: 'order-status', at: rig.now, order: rig.id(1), filled: 0 } as const
    rig.report({ ...answer, status: 'not-found', seq: 1 } as never)
    expect([rig.order(1).status, rig.take()]).toEqual(['unknown', ['resend after 0']])
  })

  it('is asked to be cancelled again when the cancel is not answered', () => {
    const rig = tradingRig()
    rig.intent()
    rig.accept(1)
    rig.command('Cancel', { order: rig.id(1) })
    rig.take()
    rig.pass(560)
    expect(rig.take()).toEqual(['query o1', 'cancel o1'])
  })
})
