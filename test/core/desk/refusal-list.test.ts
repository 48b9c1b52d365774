import { describe, expect, it } from 'vitest'
import type { AckFact } from '../../../src/core/contracts/index.ts'
import { RefusalList, reasonOf } from '../../../src/core/desk/refusal-list.ts'
import type { IntentId, Micros, OrderId, SenderId } from '../../../src/core/domain/index.ts'
import { orderFixture } from './trading-story.ts'

function ack(terms: Partial<AckFact> = {}): AckFact {
  return {
    kind: 'ack',
    at: 10 as Micros,
    command: 'c1' as IntentId,
    commandKind: 'OrderIntent',
    sender: 'hand' as SenderId,
    outcome: 'refused',
    code: 'risk.size',
    message: '11 lots are more than 10',
    ...terms,
  }
}

describe('the list of what was refused', () => {
  it('tells of refused and expired commands and of rejected orders, newest first', () => {
    const list = new RefusalList()
    list.takeAck(ack())
    list.takeAck(ack({ outcome: 'accepted', code: '', message: '' }))
    list.takeAck(ack({ outcome: 'expired', code: 'command.expired', message: 'late' }))
    list.takeOrder(orderFixture({ status: 'working' }))
    list.takeOrder(orderFixture({ status: 'rejected', reason: 'venue.funds: 100 are missing' }))
    expect(
      list.rows.map(({ what, outcome, code, message }) => [what, outcome, code, message]),
    ).toEqual([
      ['Order', 'rejected', 'venue.funds', '100 are missing'],
      ['OrderIntent', 'expired', 'command.expired', 'late'],
      ['OrderIntent', 'refused', 'risk.size', '11 lots are more than 10'],
    ])
  })

  it('counts up what is refused again for the same reason', () => {
    const list = new RefusalList()
    list.takeAck(ack())
    list.takeAck(ack({ at: 20 as Micros, command: 'c2' as IntentId }))
    list.takeAck(ack({ code: 'risk.funds', message: 'other' }))
    expect(list.rows.map(({ number, times, at }) => [number, times, at])).toEqual([
      [2, 1, 10],
      [1, 2, 20],
    ])
  })

  it('tells of a rejected order once, however often it is told', () => {
    const list = new RefusalList()
    const order = orderFixture({ status: 'rejected', reason: 'venue.closed' })
    list.takeOrder(order)
    list.takeOrder({ ...order, updatedAt: 99 as Micros })
    expect(list.rows.length).toBe(1)
  })

  it('begins with what was refused before, in the order of time', () => {
    const list = new RefusalList()
    const order = orderFixture({
      id: 'o1' as OrderId,
      status: 'rejected',
      updatedAt: 15 as Micros,
      reason: 'venue.closed',
    })
    list.begin([ack(), ack({ at: 20 as Micros, message: 'again' })], [order])
    expect(list.rows.map(({ at, what }) => [at, what])).toEqual([
      [20, 'OrderIntent'],
      [15, 'Order'],
      [10, 'OrderIntent'],
    ])
  })
})

describe('the reason of an order', () => {
  it('is a code and words, or either alone', () => {
    expect(
      ['venue.funds: 100 are missing', 'venue.unfilled', 'the venue said no', ''].map(reasonOf),
    ).toEqual([
      { code: 'venue.funds', words: '100 are missing' },
      { code: 'venue.unfilled', words: '' },
      { code: '', words: 'the venue said no' },
      { code: '', words: '' },
    ])
  })
})
