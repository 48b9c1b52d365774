import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OrderList } from '../../../src/core/desk/order-list.ts'
import type { Lots, Micros, Order, OrderId } from '../../../src/core/domain/index.ts'
import { ORDER_STATUSES, isFinal } from '../../../src/core/domain/index.ts'
import { orderFixture } from './trading-story.ts'

const idOf = (number: number): OrderId => `p-i-1-${number.toString(36)}` as OrderId

const words = fc.array(
  fc.record({
    number: fc.nat(40),
    status: fc.constantFrom(...ORDER_STATUSES),
    filled: fc.nat(5),
  }),
  { maxLength: 80 },
)

describe('the blotter', () => {
  it('holds every order once, those that live first, then the newest', () => {
    fc.assert(
      fc.property(words, (story) => {
        const list = new OrderList()
        const known = new Map<OrderId, Order>()
        for (const { number, status, filled } of story) {
          const id = idOf(number)
          const createdAt = (number * 10) as Micros
          const order = orderFixture({ id, status, createdAt, filled: filled as Lots })
          known.set(id, order)
          list.take(order)
        }
        const rows = list.rows.map(({ order }) => order)
        const expected = [...known.values()].sort(
          (one, other) =>
            Number(isFinal(one.status)) - Number(isFinal(other.status)) ||
            other.createdAt - one.createdAt,
        )
        expect(rows).toEqual(expected)
      }),
    )
  })

  it('keeps the same rows as long as no order comes or ends', () => {
    const list = new OrderList()
    list.take(orderFixture({ status: 'working' }))
    const before = list.rows
    list.take(orderFixture({ status: 'working', filled: 1 as Lots }))
    expect(list.rows).toBe(before)
    expect(list.rows[0]?.order.filled).toBe(1)
    list.take(orderFixture({ status: 'filled' }))
    expect(list.rows).not.toBe(before)
  })

  it('puts the later of two orders of one moment first', () => {
    const list = new OrderList()
    for (const number of [35, 36, 9]) list.take(orderFixture({ id: idOf(number) }))
    expect(list.rows.map(({ id }) => id)).toEqual([idOf(36), idOf(35), idOf(9)])
  })

  it('lets go of what is over when the day ends', () => {
    const list = new OrderList()
    list.take(orderFixture({ id: idOf(1), status: 'filled' }))
    list.take(orderFixture({ id: idOf(2), status: 'working' }))
    list.endDay()
    expect(list.rows.map(({ id }) => id)).toEqual([idOf(2)])
  })

  it('begins anew with the orders that are told then', () => {
    const list = new OrderList()
    list.take(orderFixture({ id: idOf(1) }))
    list.begin([orderFixture({ id: idOf(2) })])
    expect(list.rows.map(({ id }) => id)).toEqual([idOf(2)])
  })
})
