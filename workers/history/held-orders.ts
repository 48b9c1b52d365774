import type { RowOf, StoredEvent } from '../../src/core/history/index.ts'

type OrderRow = RowOf<'orders'>

interface Held {
  readonly row: OrderRow
  /** Told by a snapshot: an earlier life may have written it. */
  readonly isRetold: boolean
}

/**
 * Rows of orders that wait until it is known which events an earlier life of this process wrote:
 * numbers go on behind those, and what a snapshot tells again is written once.
 */
export class HeldOrders {
  readonly #held: Held[] = []

  get size(): number {
    return this.#held.length
  }

  add(row: OrderRow, isRetold: boolean): void {
    this.#held.push({ row, isRetold })
  }

  /** @returns the rows as they are to be written, and the last event of each of their orders. */
  release(stored: readonly StoredEvent[]): {
    readonly rows: readonly OrderRow[]
    readonly last: readonly StoredEvent[]
  } {
    const last = new Map(stored.map((event) => [event.orderId, event]))
    const rows: OrderRow[] = []
    for (const [id, held] of this.#byOrder()) {
      const known = last.get(id)
      const same = held.findLastIndex(({ row }) => known !== undefined && isSame(row, known))
      for (const { row } of held.slice(same + 1)) {
        const event_no = (last.get(id)?.eventNo ?? -1) + 1
        const { ts, status, filled } = row
        last.set(id, { orderId: id, eventNo: event_no, ts, status, filled })
        rows.push({ ...row, event_no })
      }
    }
    this.#held.length = 0
    return { rows, last: [...last.values()] }
  }

  /** What was told since; what may be stored already is left out, so that nothing comes twice. */
  giveUp(): readonly OrderRow[] {
    const rows = this.#held.filter(({ isRetold }) => !isRetold).map(({ row }) => row)
    this.#held.length = 0
    return rows
  }

  #byOrder(): ReadonlyMap<string, readonly Held[]> {
    const orders = new Map<string, Held[]>()
    for (const each of this.#held) {
      const known = orders.get(each.row.order_id)
      if (known === undefined) orders.set(each.row.order_id, [each])
      else known.push(each)
    }
    return orders
  }
}

function isSame(row: OrderRow, { ts, status, filled }: StoredEvent): boolean {
  return row.ts === ts && row.status === status && row.filled === filled
}
