import type { FillFact } from '../../../core/contracts/index.ts'
import type { Order, OrderId } from '../../../core/domain/index.ts'

/** A row of the list of fills. */
export interface FillRow {
  readonly fact: FillFact
  /** µs from the gateway's decision to the fill; NaN where the order is not known. */
  readonly toFill: number
}

const KEPT = 1_000

/** Fills, newest first. */
export class FillList {
  /** Oldest first. */
  #fills: FillRow[] = []
  #rows: readonly FillRow[] | undefined
  readonly #ids = new Set<string>()

  /** The same array as long as none came. */
  get rows(): readonly FillRow[] {
    this.#rows ??= this.#fills.toReversed()
    return this.#rows
  }

  begin(fills: readonly FillFact[], orders: ReadonlyMap<OrderId, Order>): void {
    this.#fills = []
    this.#ids.clear()
    this.#rows = undefined
    for (const fact of fills) this.take(fact, orders)
  }

  take(fact: FillFact, orders: ReadonlyMap<OrderId, Order>): void {
    const { id, order, at } = fact.fill
    if (this.#ids.has(id)) return
    this.#ids.add(id)
    const createdAt = orders.get(order)?.createdAt ?? NaN
    this.#fills.push({ fact, toFill: at - createdAt })
    if (this.#fills.length > KEPT) {
      const [oldest] = this.#fills.splice(0, 1)
      if (oldest !== undefined) this.#ids.delete(oldest.fact.fill.id)
    }
    this.#rows = undefined
  }
}
