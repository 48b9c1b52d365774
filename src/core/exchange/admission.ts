import type { Failure } from '../contracts/index.ts'
import { explained } from '../contracts/index.ts'
import type { Epoch, InstrumentId, Micros, OrderTerms } from '../domain/index.ts'
import { refusalOf } from './checks.ts'
import type { OrderMarket } from './order-market.ts'
import type { OrderRegistry } from './order-registry.ts'

/** What an order is held against before it is accepted. */
export interface Admission {
  readonly registry: OrderRegistry
  readonly market: OrderMarket
  readonly sessionOpen: (instrument: InstrumentId, now: Micros) => boolean
}

/** Why an order that came in is not accepted: whose it is, its id, and then its terms. */
export function admissionRefusal(
  terms: OrderTerms,
  epoch: Epoch,
  at: Micros,
  { registry, market, sessionOpen }: Admission,
): Failure | undefined {
  if (!(epoch >= registry.fence)) {
    return explained('venue.fenced/order', { order: terms.id, epoch, fence: registry.fence })
  }
  if (registry.voided.has(terms.id)) {
    return explained('venue.not-found/void', { order: terms.id })
  }
  return refusalOf(terms, registry.instruments[terms.instrument], at, {
    ledger: registry.ledger,
    market,
    working: registry.working,
    expired: registry.expired,
    sessionOpen,
  })
}
