import type { BeatFact, Saying } from '../../../core/contracts/index.ts'
import type { ReplicaListener } from '../replica/index.ts'
import { EXCHANGE, GATEWAY } from './specs.ts'

export interface RunEvents {
  readonly onGatewayBeat: (beat: BeatFact) => void
  /** The exchange tells that something is not well. */
  readonly onExchangeTrouble: (what: Saying) => void
}

/** Picks what the host of a run wants to know out of what comes into the replica. */
export function listenerOf({ onGatewayBeat, onExchangeTrouble }: RunEvents): ReplicaListener {
  return {
    quote: NOTHING,
    standing: NOTHING,
    anew: NOTHING,
    latest: (source, fact) => {
      if (source === GATEWAY && fact.kind === 'beat') onGatewayBeat(fact)
    },
    ordered: (source, fact) => {
      if (source === EXCHANGE && fact.kind === 'health' && !fact.ok) onExchangeTrouble(fact.saying)
    },
  }
}

const NOTHING = (): void => undefined
