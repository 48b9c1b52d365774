import type { Saying, WorkingStyle } from '../contracts/index.ts'
import { asSaid } from '../contracts/index.ts'
import type { Instrument, Lots, Quote } from '../domain/index.ts'
import type { FeatureName } from '../engine/features/index.ts'

/**
 * What a strategy makes of what it sees. All verdicts have the same fields, made by three doors.
 */
export interface Verdict {
  readonly kind: 'hold' | 'infer' | 'target'
  readonly target: Lots
  readonly style: WorkingStyle
  /** For a person: which figures led to this. */
  readonly why: Saying
}

const NOTHING = asSaid('')

/** Nothing changes. */
export const HOLD: Verdict = { kind: 'hold', target: 0 as Lots, style: 'cross', why: NOTHING }

/** Ask the model about the features as they stand; its answer comes to `onPrediction`. */
export const INFER: Verdict = { kind: 'infer', target: 0 as Lots, style: 'cross', why: NOTHING }

export function want(target: number, style: WorkingStyle, why: Saying): Verdict {
  return { kind: 'target', target: target as Lots, style, why }
}

/**
 * Decides, and nothing else: it sees quotes, features and predictions, never a session, an order
 * or a socket. One instance trades one instrument; the same inputs give the same verdicts.
 */
export interface Strategy {
  /** @param features in the order of `FEATURES`; reused for every quote, so copy what is kept. */
  onQuote(quote: Quote, features: Float32Array): Verdict
  /** @param outputs one probability a label of the model. */
  onPrediction(outputs: readonly number[]): Verdict
  /**
   * For a rule that can be asked why: net lots that it would have wanted had it seen these features
   * at its last change; undefined before the first. Asked at leisure, it changes nothing.
   */
  wouldWant?(features: Float32Array): number | undefined
}

export type Parameters = Readonly<Record<string, number | string>>

/** A parameter with its bounds; a text one names what it may be. */
export type ParameterFacts =
  | {
      readonly default: number
      readonly least: number
      readonly most: number
      /** Lots and counts: no fraction will do. */
      readonly whole?: true
      readonly meaning: string
    }
  | { readonly default: string; readonly oneOf: readonly string[]; readonly meaning: string }

export interface StrategyDefinition {
  readonly kind: string
  /** In one sentence, for a person who chooses. */
  readonly about: string
  readonly needsModel: boolean
  /** Features that its rule reads; those of a model are the model's. */
  readonly reads?: readonly FeatureName[]
  readonly parameters: Readonly<Record<string, ParameterFacts>>
  /**
   * @param parameters complete and within bounds: `checkParameters` has seen them.
   * @param held lots that the strategy wanted or held when its last life ended; 0 at its first.
   */
  create(parameters: Parameters, instrument: Instrument, held: Lots): Strategy
}
