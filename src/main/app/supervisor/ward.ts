import type { Saying } from '../../../core/contracts/index.ts'
import type { EndSignal, LivingProcess } from '../../../core/ports/index.ts'
import type { DepartureEffect, Leaver } from './departure.ts'

/** A worker in the supervisor's care. */
export interface Ward {
  readonly name: string
  /** At the end those of a lower stage leave first. */
  readonly stage: number
  /**
   * µs for which, at a start, it leaves the processor to those that begin at once, from when these
   * are all ready; 0 for those.
   */
  readonly startsAfter: number
  /** µs without a beat after which it is killed. */
  readonly silentAfter: number
  /** µs that a restart waits at most. */
  readonly longestDelay: number
}

/** A living process of an earlier main, as it stands in the runtime folder. */
export interface FoundProcess extends LivingProcess, Leaver {
  readonly name: string
  /** Whether it is of this very program and was told the same. */
  readonly adoptable: boolean
}

/** What is to be done. */
export type SupervisorEffect =
  | { readonly kind: 'launch'; readonly name: string }
  | { readonly kind: 'adopt'; readonly name: string; readonly process: LivingProcess }
  | { readonly kind: 'signal'; readonly key: string; readonly signal: EndSignal }
  /** For a person. */
  | {
      readonly kind: 'told'
      readonly name: string
      readonly ok: boolean
      readonly what: Saying
    }
  /** It is not started any more: it refuses what it is told, or ends again and again. */
  | {
      readonly kind: 'lost'
      readonly name: string
      readonly why: 'refused' | 'loop'
      readonly what: Saying
    }
  | DepartureEffect

/** How a worker does, for whoever shows it. */
export interface WorkerStatus {
  readonly name: string
  /** `down`: waits for its start; `up`: runs; `killed`: its end is awaited; `lost`: given up. */
  readonly phase: 'down' | 'up' | 'killed' | 'lost'
  /** NaN where there is no process. */
  readonly pid: number
  /** How often it was started anew: after an end of its own, and because a person wanted it. */
  readonly again: number
  readonly ready: boolean
  readonly note: string
  readonly figures: Readonly<Record<string, number>>
}
