import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SAME_PRESS } from '../../../src/core/desk/intent-guard.ts'
import type { OrderWish } from '../../../src/core/desk/order-preview.ts'
import type { OrderId, Ticks } from '../../../src/core/domain/index.ts'
import { orderSenderOf } from '../../../src/renderer/panels/ticket/order-sender.ts'
import { DeskRig } from '../desk/desk-rig.ts'

const terms = { instrument: 1, side: 'buy', offset: 'auto', orderKind: 'limit', volume: 1 }
const buyAt = (limit: number): OrderWish => ({ ...terms, limit }) as OrderWish
const [ONE, OTHER] = ['a-1' as OrderId, 'a-2' as OrderId]

describe('the sender of orders', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
  afterEach(() => void vi.useRealTimers())

  function rig() {
    const { desk, asked } = new DeskRig(0)
    const sent = () => asked.map(({ name, body }) => ({ name, body }))
    return { desk, sender: orderSenderOf(desk), sent }
  }

  it('sends a double press once, also where the hand slipped a tick, and through any panel', () => {
    const { desk, sender, sent } = rig()
    void sender.submit(buyAt(700))
    vi.advanceTimersByTime(SAME_PRESS - 1)
    expect(sender.submit(buyAt(701))).toBeUndefined()
    expect(orderSenderOf(desk).submit(buyAt(700))).toBeUndefined()
    expect(sent()).toEqual([{ name: 'order.submit', body: buyAt(700) }])
  })

  it('goes by when a person pressed, however late the page comes to it', () => {
    const { sender, sent } = rig()
    const press = (timeStamp: number): void => {
      vi.stubGlobal('event', { timeStamp })
      void sender.submit(buyAt(700))
      vi.unstubAllGlobals()
    }
    vi.advanceTimersByTime(1_000)
    press(100)
    vi.advanceTimersByTime(1_000)
    press(100 + SAME_PRESS - 1)
    expect(sent()).toHaveLength(1)
    press(100 + SAME_PRESS)
    expect(sent()).toHaveLength(2)
  })

  it('sends again what is wanted again later', () => {
    const { sender, sent } = rig()
    void sender.submit(buyAt(700))
    vi.advanceTimersByTime(SAME_PRESS)
    void sender.submit(buyAt(700))
    expect(sent()).toHaveLength(2)
  })

  it('sends the other side, and another instrument, at once', () => {
    const { sender, sent } = rig()
    const wishes = [
      buyAt(700),
      { ...buyAt(700), side: 'sell' },
      { ...buyAt(700), instrument: 2 },
    ] as OrderWish[]
    for (const wish of wishes) void sender.submit(wish)
    expect(sent().map(({ body }) => body)).toEqual(wishes)
  })

  it('moves and takes back an order once a press, and each order for itself', () => {
    const { sender, sent } = rig()
    const limit = 700 as Ticks
    for (const order of [ONE, ONE, OTHER]) {
      void sender.amend(order, limit)
      void sender.cancel(order)
    }
    expect(sent()).toEqual([
      { name: 'order.amend', body: { order: ONE, limit } },
      { name: 'order.cancel', body: { order: ONE } },
      { name: 'order.amend', body: { order: OTHER, limit } },
      { name: 'order.cancel', body: { order: OTHER } },
    ])
  })
})
