import type { Fact, TargetPosition } from '../../contracts/index.ts'
import type { InstrumentId, Micros, OwnerId } from '../../domain/index.ts'

/**
 * A question to a model: answered by a `prediction` fact that names owner, quote and generation.
 */
export interface InferenceRequest {
  readonly owner: OwnerId
  readonly instrument: InstrumentId
  readonly quoteAt: Micros
  readonly generation: number
  /** A copy of the features as they stood: the engine's own are overwritten by the next quote. */
  readonly features: Float32Array
}

export type StrategyEffect =
  | { readonly kind: 'target'; readonly command: TargetPosition }
  | { readonly kind: 'infer'; readonly request: InferenceRequest }
  | { readonly kind: 'publish'; readonly fact: Fact }

export const NO_STRATEGY_EFFECTS: readonly StrategyEffect[] = Object.freeze([])
