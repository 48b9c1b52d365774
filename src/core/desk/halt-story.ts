import type { StateFact } from '../contracts/index.ts'
import type { Micros, Order } from '../domain/index.ts'
import { isFinal, longLots, shortLots } from '../domain/index.ts'
import type { State } from '../state/index.ts'

/** What a halt or a flatten did so far. */
export interface HaltStory {
  readonly state: StateFact
  /** Session time of the first and of the last cancel since; NaN while there is none. */
  readonly firstCancel: Micros
  readonly lastCancel: Micros
  /** Orders that are not final, and lots still held, long and short. */
  readonly orders: number
  readonly lots: number
}

/** @param since when the halt or the flatten that led to it began, in session time. */
export function haltStory(state: State, since: Micros): HaltStory {
  let [first, last, open] = [NaN, NaN, 0]
  for (const order of state.orders.values()) {
    if (!isFinal(order.status)) open++
    if (!wasCancelled(order) || order.updatedAt < since) continue
    if (!(first <= order.updatedAt)) first = order.updatedAt
    if (!(last >= order.updatedAt)) last = order.updatedAt
  }
  let lots = 0
  for (const positions of state.positions) {
    for (const position of positions ?? []) {
      if (position !== undefined) lots += longLots(position) + shortLots(position)
    }
  }
  return {
    state: state.trading,
    firstCancel: first as Micros,
    lastCancel: last as Micros,
    orders: open,
    lots,
  }
}

function wasCancelled({ status, cancelling }: Order): boolean {
  return status === 'cancelled' || cancelling
}
