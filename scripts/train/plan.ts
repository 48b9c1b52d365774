import type { Question } from './samples.ts'
import type { TrainingRules } from './train-network.ts'

/** Everything that a training run is made from; the same plan gives the same bytes. */
export interface TrainingPlan {
  readonly name: string
  readonly question: Question
  /** Minutes of the built-in market a seed, of each instrument. */
  readonly minutes: number
  /** Markets to learn from, to choose the epoch by, and to report on; no seed is in two lists. */
  readonly trainingSeeds: readonly number[]
  readonly validationSeeds: readonly number[]
  readonly testSeeds: readonly number[]
  readonly rules: TrainingRules
}

/** How the model in `resources/models` is made. */
export const SHIPPED: TrainingPlan = {
  name: 'sim-direction',
  question: { horizon: 40, threshold: 1 },
  minutes: 60,
  trainingSeeds: [101, 102, 103, 104, 105, 106, 107, 108, 109, 110],
  validationSeeds: [201, 202],
  testSeeds: [301, 302, 303],
  rules: { seed: 1, hidden: [32, 16], epochs: 6, batch: 256, rate: 0.001 },
}
