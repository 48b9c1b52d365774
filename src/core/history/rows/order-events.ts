import type { Order, OrderId } from '../../domain/index.ts'
import { isFinal } from '../../domain/index.ts'

/** The last event of an order that is stored: a row of the answer to `orders`. */
export interface StoredEvent {
  readonly orderId: string
  readonly eventNo: number
  readonly ts: number
  readonly status: string
  readonly filled: number
}

/** Counts the events of orders, and passes over what was told already. */
export class OrderEvents {
  readonly #last = new Map<string, StoredEvent>()

  /** Goes on behind what is stored. */
  resume(events: readonly StoredEvent[]): void {
    for (const event of events) this.#last.set(event.orderId, event)
  }

  /** The number of this event; undefined when the order stood so before. */
  next(order: Order): number | undefined {
    const last = this.#last.get(order.id)
    if (last !== undefined && isSame(last, order)) return undefined
    const eventNo = last === undefined ? 0 : last.eventNo + 1
    const { id, status, filled, updatedAt } = order
    this.#last.set(id, { orderId: id, eventNo, ts: updatedAt, status, filled })
    return eventNo
  }

  /** Forgets the orders that are over: their day is. */
  endDay(orders: ReadonlyMap<OrderId, Order>): void {
    for (const id of this.#last.keys()) {
      const order = orders.get(id as OrderId)
      if (order === undefined || isFinal(order.status)) this.#last.delete(id)
    }
  }
}

function isSame(last: StoredEvent, order: Order): boolean {
  return last.ts === order.updatedAt && last.status === order.status && last.filled === order.filled
}
