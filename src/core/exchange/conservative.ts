import type { FillRule } from './fill-rule.ts'

/**
 * An order fills only when the price traded through it, or when what was traded at its price has
 * eaten the whole queue before it; never more than was traded. Cancels before it never help.
 */
export const conservative: FillRule = {
  name: 'conservative',
  passedBy: 1,
  fills(order, traded, _shown, spent) {
    const { side, limit } = order.terms
    const at = traded.at(limit)
    const through = traded.through(side, limit)
    const free = Math.max(0, at + through - spent)
    const eaten = Math.min(order.ahead, Math.max(0, free - through))
    order.ahead = through > 0 ? 0 : order.ahead - eaten
    return Math.min(order.left, free - eaten)
  },
}
