import type { ToldFact } from '../../core/contracts/window-frame.ts'

/** How a fact sounds: a fill, a warning once, an alarm until somebody acknowledges it. */
export type AlertLevel = 'fill' | 'warning' | 'critical'

/**
 * Undefined for what makes no sound. A halt by a person or after a flatten was wanted: no alarm.
 */
export function alertOf(fact: ToldFact): AlertLevel | undefined {
  switch (fact.kind) {
    case 'fill':
      return 'fill'
    case 'order':
      return fact.order.status === 'rejected' ? 'warning' : undefined
    case 'ack':
      return fact.outcome === 'accepted' || fact.sender !== 'hand' ? undefined : 'warning'
    case 'health':
      return fact.ok ? undefined : 'warning'
    case 'state':
      if (fact.state === 'active') return undefined
      return fact.cause === 'person' || fact.cause === 'flattened' || fact.cause === 'start'
        ? 'warning'
        : 'critical'
    default:
      return undefined
  }
}
