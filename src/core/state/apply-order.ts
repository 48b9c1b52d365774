import type { Order } from '../domain/index.ts'
import { isFinal } from '../domain/index.ts'
import type { State } from './state.ts'

/** Takes an order's newest word, and keeps the list of those that still live. */
export function applyOrder(state: State, order: Order): void {
  const before = state.orders.get(order.id)
  state.orders.set(order.id, order)
  if (before === undefined) state.intents.add(order.intent)
  const working = (state.working[order.instrument] ??= [])
  const index = before === undefined || isFinal(before.status) ? -1 : working.indexOf(before)
  if (isFinal(order.status)) {
    if (index >= 0) working.splice(index, 1)
  } else if (index >= 0) {
    working[index] = order
  } else {
    working.push(order)
  }
}
