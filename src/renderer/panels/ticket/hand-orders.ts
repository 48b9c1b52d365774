import { OrderPace } from '../../../core/desk/order-pace.ts'
import type { IntentId, Micros, Order } from '../../../core/domain/index.ts'
import { HAND } from '../../../core/domain/index.ts'
import type { Replica } from '../../../core/replica/index.ts'
import type { Desk } from '../../desk/index.ts'
import { deskModel } from '../../desk/index.ts'

/** Orders by hand that are found again by what was wanted. */
const KEPT = 200

export interface HandOrders {
  /** What became of a command that made an order; undefined where it made none, or long ago. */
  readonly of: (intent: IntentId | '') => Order | undefined
  /** New orders of the whole account within the last second of session time. */
  readonly sent: (now: Micros) => number
}

/** What this window keeps of orders for those who enter them. */
export const handOrdersOf = deskModel((desk: Desk): HandOrders => {
  const byIntent = new Map<string, Order>()
  const pace = new OrderPace()
  const take = (order: Order): void => {
    pace.take(order)
    if (order.owner !== HAND) return
    byIntent.delete(order.intent)
    byIntent.set(order.intent, order)
    if (byIntent.size <= KEPT) return
    const [oldest] = byIntent.keys()
    if (oldest !== undefined) byIntent.delete(oldest)
  }
  const begin = (replica: Replica): void => {
    pace.clear()
    for (const order of replica.state.orders.values()) if (order.owner === HAND) take(order)
  }
  if (desk.replica !== undefined) begin(desk.replica)
  desk.listen({
    onOpening: begin,
    onFact: (_, fact) => {
      if (fact.kind === 'order') take(fact.order)
    },
  })
  return { of: (intent) => byIntent.get(intent), sent: (now) => pace.count(now) }
})
