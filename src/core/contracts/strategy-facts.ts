import type { InstrumentId, IntentId, Lots, Micros, OrderId, OwnerId } from '../domain/index.ts'
import type { Saying } from './sayings/index.ts'

/**
 * Stages of the way from a quote to the order that came of it, in their order: `receive` from the
 * market data's door to the gateway's voice, `bus-out` until the strategy has it, `features`,
 * `model`, `decide` until the target is on its way, `bus-back` until the gateway has that, `plan`
 * with the gate, `journal` until the order is durable, `send` until the venue's adapter has it.
 */
export const TRACE_STAGES = [
  'receive',
  'bus-out',
  'features',
  'model',
  'decide',
  'bus-back',
  'plan',
  'journal',
  'send',
] as const
export type TraceStage = (typeof TRACE_STAGES)[number]

/** Those that a strategy measures itself; they travel with its target. */
export const STRATEGY_STAGES = ['bus-out', 'features', 'model', 'decide'] as const

/** Where the time went before one order was sent. */
export interface TraceFact {
  readonly kind: 'trace'
  /** Session time when it was sent. */
  readonly at: Micros
  readonly order: OrderId
  /** The target or the order by hand that it came of. */
  readonly intent: IntentId
  readonly owner: OwnerId
  readonly instrument: InstrumentId
  /**
   * From the venue's stamp of the quote until it reached this machine, in µs: not ours. NaN where
   * unknown.
   */
  readonly venueDelay: number
  /** One figure in µs for each of `TRACE_STAGES`; NaN for one that this order did not pass. */
  readonly stages: readonly number[]
}

/**
 * How a strategy is set just now: said when it begins, when that changes, and with its snapshot.
 */
export interface SettingFact {
  readonly kind: 'setting'
  readonly at: Micros
  readonly owner: OwnerId
  /** Which of the strategies it is, `imbalance`. */
  readonly strategy: string
  /** Name and first letters of the hash of its model; empty where it has none. */
  readonly model: string
  readonly paused: boolean
  readonly parameters: Readonly<Record<string, number | string | boolean>>
  /** What each of `signal.features` is. */
  readonly features: readonly string[]
  /** What each of `prediction.outputs` is. */
  readonly labels: readonly string[]
  /** Who made it so, empty at a start. */
  readonly person: string
  /** What changed; undefined at a start. */
  readonly change: Saying | undefined
}

/**
 * What each feature did for one decision, told at leisure while a window looks: how much of the
 * outcome goes when that one feature says nothing and all others stay.
 */
export interface AttributionFact {
  readonly kind: 'attribution'
  /** Stamp of the decision that it is about. */
  readonly at: Micros
  readonly owner: OwnerId
  readonly instrument: InstrumentId
  /**
   * Stamp of the quote whose features were decided on: for a model, of the one that it was asked
   * about.
   */
  readonly quoteAt: Micros
  /**
   * The model's label whose probability is meant, the likeliest; empty for a rule: its target is
   * meant.
   */
  readonly label: string
  /** The outcome with every feature as it was: a probability, or net lots for a rule. */
  readonly base: number
  /** In the order of `setting.features`. */
  readonly values: readonly number[]
  /**
   * Base minus the outcome without the feature, in the same order: a model is given its training
   * mean instead, a rule 0. NaN for one that is not read. They need not add up to anything.
   */
  readonly pushes: readonly number[]
}

/** Features at a decision, so that a person can see what the strategy saw. */
export interface SignalFact {
  readonly kind: 'signal'
  readonly at: Micros
  readonly owner: OwnerId
  readonly instrument: InstrumentId
  readonly features: readonly number[]
}

/** A model's answer; names the quote that it is about. */
export interface PredictionFact {
  readonly kind: 'prediction'
  readonly owner: OwnerId
  readonly instrument: InstrumentId
  /** Stamp of the quote whose features went in. */
  readonly quoteAt: Micros
  /** Counts the quotes of this strategy, to tell two of one stamp apart. */
  readonly generation: number
  /** One figure a label, in the manifest's order. */
  readonly outputs: readonly number[]
}

export interface DecisionFact {
  readonly kind: 'decision'
  readonly at: Micros
  readonly owner: OwnerId
  readonly instrument: InstrumentId
  readonly target: Lots
  /** What led to it, in one line. */
  readonly why: Saying
}
