import type { Failure } from '../../../core/contracts/index.ts'

/** How a run ended. */
export interface Outcome {
  readonly summary: readonly string[]
  /** What was left out of recordings; the run is whole but for that. */
  readonly notes: readonly string[]
  /** Empty where all went well. */
  readonly failures: readonly Failure[]
}
