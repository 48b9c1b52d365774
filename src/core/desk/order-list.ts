import type { Order, OrderId } from '../domain/index.ts'
import { isFinal } from '../domain/index.ts'

/** A row of the blotter: the same object for the life of its order. */
export interface OrderRow {
  readonly id: OrderId
  order: Order
}

/** Orders that are over and still shown. */
const KEPT = 5_000

/** Orders as the blotter shows them: those that live first, then the newest. */
export class OrderList {
  readonly #byId = new Map<OrderId, OrderRow>()
  #rows: readonly OrderRow[] = []
  #isOld = false

  /** The same array as long as no order came, went, or ended. */
  get rows(): readonly OrderRow[] {
    if (this.#isOld) this.#arrange()
    return this.#rows
  }

  begin(orders: Iterable<Order>): void {
    this.#byId.clear()
    this.#isOld = true
    for (const order of orders) this.#byId.set(order.id, { id: order.id, order })
  }

  take(order: Order): void {
    const row = this.#byId.get(order.id)
    if (row === undefined) {
      this.#byId.set(order.id, { id: order.id, order })
      this.#isOld = true
      return
    }
    if (isFinal(row.order.status) !== isFinal(order.status)) this.#isOld = true
    row.order = order
  }

  /** A settlement lets go of the orders that are over. */
  endDay(): void {
    for (const { id, order } of this.#byId.values()) {
      if (isFinal(order.status)) this.#byId.delete(id)
    }
    this.#isOld = true
  }

  #arrange(): void {
    this.#isOld = false
    const working: OrderRow[] = []
    const over: OrderRow[] = []
    for (const row of this.#byId.values()) {
      if (isFinal(row.order.status)) over.push(row)
      else working.push(row)
    }
    over.sort(newestFirst)
    for (const { id } of over.splice(KEPT)) this.#byId.delete(id)
    this.#rows = [...working.sort(newestFirst), ...over]
  }
}

function newestFirst({ order: one }: OrderRow, { order: other }: OrderRow): number {
  const later = other.createdAt - one.createdAt
  if (later !== 0) return later
  // Ids end with a counter in base 36: of equal length, the greater one is the later one.
  return other.id.length - one.id.length || (one.id < other.id ? 1 : -1)
}
