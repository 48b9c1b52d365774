import type { Order } from '../../../core/domain/index.ts'

/** How many lots stand before an order, with the band of the estimate; blank where none can. */
export type QueueText = (order: Order) => string
