import type { InstrumentId, IntentId, OrderId, OwnerId } from './identity.ts'
import type { Lots, Micros, Ticks } from './units.ts'

export const SIDES = ['buy', 'sell'] as const
export type Side = (typeof SIDES)[number]

/** `close` means the older lots where the exchange tells them apart (SHFE, INE). */
export const OFFSETS = ['open', 'close', 'closeToday'] as const
export type Offset = (typeof OFFSETS)[number]

/**
 * `fak` fills what it can at once and cancels the rest; `fok` fills all of it at once, or nothing.
 */
export const ORDER_KINDS = ['limit', 'market', 'fak', 'fok'] as const
export type OrderKind = (typeof ORDER_KINDS)[number]

/**
 * `pending`: journalled, perhaps sent, not answered. `unknown`: not answered in time; only the
 * venue's word ends it. The last three are final.
 */
export const ORDER_STATUSES = [
  'pending',
  'working',
  'unknown',
  'filled',
  'cancelled',
  'rejected',
] as const
export type OrderStatus = (typeof ORDER_STATUSES)[number]

/** What an order asks for; fixed for its life. */
export interface OrderTerms {
  readonly id: OrderId
  readonly intent: IntentId
  readonly owner: OwnerId
  readonly instrument: InstrumentId
  readonly side: Side
  readonly offset: Offset
  readonly kind: OrderKind
  /** Limit in ticks; NaN for a market order. */
  readonly limit: Ticks
  readonly volume: Lots
  /** When the gateway decided it. */
  readonly createdAt: Micros
}

export interface Order extends OrderTerms {
  readonly status: OrderStatus
  readonly filled: Lots
  /** A cancel was sent and is not answered. */
  readonly cancelling: boolean
  /** Why it was rejected or cancelled, empty otherwise: a stable code, then words. */
  readonly reason: string
  readonly updatedAt: Micros
}

export interface Fill {
  /** The venue's number of the trade; a fill is applied once. */
  readonly id: string
  readonly order: OrderId
  readonly owner: OwnerId
  readonly instrument: InstrumentId
  readonly side: Side
  readonly offset: Offset
  readonly price: Ticks
  readonly volume: Lots
  readonly at: Micros
}

export function isFinal(status: OrderStatus): boolean {
  return status === 'filled' || status === 'cancelled' || status === 'rejected'
}

export function sign(side: Side): 1 | -1 {
  return side === 'buy' ? 1 : -1
}
