import type { CommandReply } from '../../../core/contracts/window.ts'
import { IntentGuard } from '../../../core/desk/intent-guard.ts'
import type { OrderWish } from '../../../core/desk/order-preview.ts'
import type { OrderId, Ticks } from '../../../core/domain/index.ts'
import type { Desk } from '../../desk/index.ts'
import { deskModel } from '../../desk/index.ts'
import { pressedAt } from './pressed-at.ts'

/** Sends what a person wants of orders, once a press. */
export interface OrderSender {
  /** Undefined: it was the same press as the one before, and nothing was sent. */
  readonly submit: (wish: OrderWish) => Promise<CommandReply> | undefined
  readonly amend: (order: OrderId, limit: Ticks) => Promise<CommandReply> | undefined
  readonly cancel: (order: OrderId) => Promise<CommandReply> | undefined
}

/** The one sender of a window: ticket, ladder and chart share its guard against double presses. */
export const orderSenderOf = deskModel((desk: Desk): OrderSender => {
  const guard = new IntentGuard()
  const passes = (content: string): boolean => guard.pass(content, pressedAt())
  return {
    submit: ({ instrument, side, offset, orderKind, limit, volume }) => {
      // Whatever the price: two clicks within a moment are one, even where the hand slipped a tick.
      if (!passes(`place ${instrument} ${side}`)) return undefined
      const wish = { instrument, side, offset, orderKind, limit, volume }
      return desk.commands.send('order.submit', wish)
    },
    amend: (order, limit) =>
      passes(`move ${order}`) ? desk.commands.send('order.amend', { order, limit }) : undefined,
    cancel: (order) =>
      passes(`cancel ${order}`) ? desk.commands.send('order.cancel', { order }) : undefined,
  }
})
