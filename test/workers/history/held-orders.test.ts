import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RowOf, StoredEvent } from '../../../src/core/history/index.ts'
import { HeldOrders } from '../../../workers/history/held-orders.ts'
import { rowFixture } from '../../core/history/row-fixture.ts'

type OrderRow = RowOf<'orders'>

function event(order_id: string, count: number): OrderRow {
  const status = count === 0 ? 'pending' : 'working'
  return rowFixture('orders', { order_id, event_no: count, ts: 1_000 + count, status })
}

function stored({ order_id, event_no, ts, status, filled }: OrderRow): StoredEvent {
  return { orderId: order_id, eventNo: event_no, ts, status, filled }
}

describe('rows of orders that wait for the store', () => {
  it('are written once, numbered behind what is stored, wherever an earlier life broke off', () => {
    const nat = fc.nat(6)
    fc.assert(
      fc.property(nat, nat, nat, (before, away, after) => {
        const all = Array.from({ length: 1 + before + away + after }, (_, n) => event('a', n))
        const held = new HeldOrders()
        // The snapshot tells how the order stands; what follows is told as it happens.
        const told = all.slice(before + away)
        told.forEach((row, index) => held.add({ ...row, event_no: index }, index === 0))
        const { rows, last } = held.release([stored(all[before]!)])
        const known = away === 0 ? told.slice(1) : told
        const wanted = known.map((row, index) => ({ ...row, event_no: before + 1 + index }))
        expect(rows).toEqual(wanted)
        expect(last).toEqual([stored(wanted.at(-1) ?? all[before]!)])
      }),
    )
  })

  it('count from the beginning where nothing is stored', () => {
    const held = new HeldOrders()
    const rows = [event('a', 0), event('b', 0), event('a', 1)]
    for (const row of rows) held.add(row, false)
    expect(held.release([])).toEqual({
      rows: [rows[0], rows[2], rows[1]],
      last: [rows[2]!, rows[1]!].map(stored),
    })
    expect(held.size).toBe(0)
  })

  it('are given up without those that may be stored already', () => {
    const held = new HeldOrders()
    held.add(event('a', 0), true)
    held.add(event('a', 1), false)
    expect([held.giveUp(), held.size]).toEqual([[event('a', 1)], 0])
  })
})
