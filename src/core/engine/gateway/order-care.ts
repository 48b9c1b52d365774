import type { StateCause } from '../../contracts/index.ts'
import type { Micros, Order } from '../../domain/index.ts'
import { MICROS_PER_MILLISECOND, MICROS_PER_SECOND } from '../../domain/index.ts'
import type { Desk } from './desk.ts'

const ANSWER_WITHIN = 500 * MICROS_PER_MILLISECOND
const ASK_AGAIN_AFTER = MICROS_PER_SECOND

/** Halts that cancel everything; one of a start or a broken line lets orders work on. */
const CANCELLING_CAUSES = new Set<StateCause>([
  'person',
  'loss',
  'mismatch',
  'silence',
  'journal',
  'flattened',
])

/**
 * Looks after orders that the venue has not answered. An order without an answer in time becomes
 * unknown and is asked after; nothing is ever sent again, and nothing becomes final without the
 * venue's word. A cancel without an answer is asked for again, which cannot hurt.
 */
export class OrderCare {
  readonly #desk: Desk
  readonly #askedAt = new Map<string, number>()

  constructor(desk: Desk) {
    this.#desk = desk
  }

  /** @returns whether any order still waits for an answer. */
  look(now: Micros): boolean {
    let waiting = false
    for (const orders of this.#desk.state.working) {
      if (orders === undefined || orders.length === 0) continue
      for (const order of orders.slice()) waiting = this.#lookAfter(order, now) || waiting
    }
    if (!waiting) this.#askedAt.clear()
    return waiting
  }

  /** Every order that is not final is asked after: after a start, or a broken line. */
  askAll(now: Micros): void {
    for (const orders of this.#desk.state.working) {
      if (orders !== undefined) for (const order of orders) this.#ask(order, now)
    }
  }

  /**
   * A halt that cancels leaves nothing working: a cancel that the venue refused is tried again
   * every second. @returns whether anything still works.
   */
  clear(now: Micros): boolean {
    const { trading, working } = this.#desk.state
    if (trading.state !== 'halted' || !CANCELLING_CAUSES.has(trading.cause)) return false
    let left = false
    for (const orders of working) {
      if (orders === undefined || orders.length === 0) continue
      left = true
      const due = orders.filter(
        (order) => !order.cancelling && now - order.updatedAt >= ASK_AGAIN_AFTER,
      )
      this.#desk.cancelSurely(
        due.map(({ id }) => id),
        now,
      )
    }
    return left
  }

  #lookAfter(order: Order, now: Micros): boolean {
    if (order.status === 'working' && !order.cancelling) return false
    if (now - order.updatedAt < ANSWER_WITHIN) return true
    if (order.status === 'pending') {
      const reason = 'the venue did not answer in time'
      this.#ask(this.#desk.change(order, { status: 'unknown', reason, updatedAt: now }), now)
      return true
    }
    if (now - (this.#askedAt.get(order.id) ?? -Infinity) < ASK_AGAIN_AFTER) return true
    this.#ask(order, now)
    if (order.cancelling) this.#desk.askCancel(order.id)
    return true
  }

  #ask(order: Order, now: Micros): void {
    this.#askedAt.set(order.id, now)
    this.#desk.ask({ kind: 'query', order: order.id })
  }
}
