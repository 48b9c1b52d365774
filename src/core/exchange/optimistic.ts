import type { FillRule } from './fill-rule.ts'

/**
 * Trades that touched the order's price count in full, as if all lots between the snapshots had
 * been traded there; cancels before it shorten its queue in proportion, and nobody stands before
 * it who is no longer shown. An offer at the order's own price fills it.
 */
export const optimistic: FillRule = {
  name: 'optimistic',
  passedBy: 0,
  fills(order, traded, shown, spent) {
    const { side, limit } = order.terms
    const through = traded.through(side, limit) > 0
    const touched = through || traded.touched(limit)
    const free = touched ? Math.max(0, traded.volume - spent) : 0
    if (through) {
      order.ahead = 0
      return Math.min(order.left, free)
    }
    const eaten = Math.min(order.ahead, free)
    order.ahead -= eaten
    const stood = order.shown - traded.at(limit)
    const cancelled = stood - shown
    if (cancelled > 0) order.ahead -= order.ahead * Math.min(1, cancelled / stood)
    if (shown < order.ahead) order.ahead = shown
    return Math.min(order.left, Math.floor(free - eaten))
  },
}
