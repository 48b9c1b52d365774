import type { Micros, Order, OrderId } from '../domain/index.ts'
import { MICROS_PER_SECOND } from '../domain/index.ts'

/** How many new orders the account sent within the last second, as the throttle counts them. */
export class OrderPace {
  #newest: OrderId | undefined
  readonly #at: Micros[] = []

  /** Every word on an order; only its first one counts. */
  take({ id, status, createdAt, updatedAt }: Order): void {
    if (status !== 'pending' || createdAt !== updatedAt || id === this.#newest) return
    this.#newest = id
    this.#at.push(createdAt)
    while (this.#at.length > 0 && createdAt - this.#at[0]! >= MICROS_PER_SECOND) this.#at.shift()
  }

  /** @param now session time. */
  count(now: Micros): number {
    let count = 0
    for (const at of this.#at) if (now - at < MICROS_PER_SECOND) count++
    return count
  }

  clear(): void {
    this.#newest = undefined
    this.#at.length = 0
  }
}
