import type { Fact, VenueRequest } from '../../contracts/index.ts'
import type { GatewayRecord } from '../../journal/index.ts'
import type { ApprovedOrder } from '../gate/index.ts'

/**
 * What the gateway engine wants done. Whoever runs the effects of one step writes all its journal
 * records first, as one group, and drops everything else of the step if that fails.
 */
export type GatewayEffect =
  | { readonly kind: 'journal'; readonly record: GatewayRecord }
  | { readonly kind: 'send'; readonly order: ApprovedOrder }
  | { readonly kind: 'ask'; readonly request: Exclude<VenueRequest, { readonly kind: 'submit' }> }
  | { readonly kind: 'publish'; readonly fact: Fact }

/** Shared and empty: a step that changes nothing allocates nothing. */
export const NO_EFFECTS: readonly GatewayEffect[] = Object.freeze([])
