import type { Order } from '../../../core/domain/index.ts'
import type { Word } from '../../words/index.ts'

/** How an order's state is said, and its colour: own orders cyan, trouble amber or filled. */
export function orderStateOf({ status, cancelling, filled }: Order): {
  readonly word: Word
  readonly className: string
} {
  switch (status) {
    case 'pending':
      return { word: 'order.pending', className: 'muted' }
    case 'working':
      if (cancelling) return { word: 'order.cancelling', className: 'warn' }
      return { word: filled > 0 ? 'order.part' : 'order.working', className: 'mine' }
    case 'unknown':
      return { word: 'order.unknown', className: 'warn' }
    case 'filled':
      return { word: 'order.filled', className: 'muted' }
    case 'cancelled':
      return { word: 'order.cancelled', className: 'muted' }
    case 'rejected':
      return { word: 'order.rejected', className: 'orders-rejected' }
  }
}
