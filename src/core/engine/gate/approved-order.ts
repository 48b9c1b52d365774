import type { OrderTerms } from '../../domain/index.ts'

declare const approved: unique symbol

/**
 * An order that passed the gate. Only `mint` makes one, and it is spent once, in the same process:
 * neither the type nor the mark survives a wire or a copy.
 */
export interface ApprovedOrder extends OrderTerms {
  readonly [approved]: true
}

const minted = new WeakSet<OrderTerms>()

/** For the gate alone. */
export function mint(terms: OrderTerms): ApprovedOrder {
  const { id, intent, owner, instrument, side, offset, kind, limit, volume, createdAt } = terms
  const copy = { id, intent, owner, instrument, side, offset, kind, limit, volume, createdAt }
  const order = Object.freeze(copy) as ApprovedOrder
  minted.add(order)
  return order
}

/**
 * Takes the approval as the order leaves for the venue.
 * @throws Error when the order never passed the gate, or was sent already: a fault of the program.
 */
export function spend(order: ApprovedOrder): OrderTerms {
  if (!minted.delete(order)) {
    throw new Error(`order ${order.id} was not approved by the gate, or was sent before`)
  }
  return order
}
