import type { AttributionFact, SignalFact } from '../contracts/index.ts'
import { MICROS_PER_SECOND } from '../domain/index.ts'

/**
 * Behind the last decision by more, what is told of an earlier one is old; by far more, it is over.
 */
const OLD = 2 * MICROS_PER_SECOND
const OVER = 10 * MICROS_PER_SECOND

/** One feature at a decision. */
export interface FeatureRow {
  readonly name: string
  readonly value: number
  /** How much of the outcome goes without it; NaN where it is not read, or not told. */
  readonly push: number
  /** Of the largest push, −1 … +1; 0 where there is none. */
  readonly share: number
}

export interface FeaturePushes {
  readonly rows: readonly FeatureRow[]
  /** Whose pushes these are; undefined where there are none. */
  readonly of: AttributionFact | undefined
  /** How much older the decision is that is explained than the last one, in µs; 0 where not old. */
  readonly behind: number
}

/**
 * What a strategy saw and what of it mattered, the strongest push first, and those without one
 * behind, in their own order. Values and pushes are of one decision, always.
 *
 * @param names of `setting.features`.
 */
export function featurePushes(
  names: readonly string[],
  signal: SignalFact | undefined,
  told: AttributionFact | undefined,
): FeaturePushes {
  const lag = told === undefined ? NaN : (signal?.at ?? told.at) - told.at
  const of = lag >= 0 && lag <= OVER ? told : undefined
  const values = of?.values ?? signal?.features ?? []
  const pushes = of?.pushes ?? []
  const most = pushes.reduce((most, push) => Math.max(most, size(push)), 0)
  const rows = values.map((value, index) => {
    const push = pushes[index] ?? NaN
    const share = most > 0 && size(push) > 0 ? push / most : 0
    return { name: names[index] ?? `#${index}`, value, push, share }
  })
  return { rows: rows.toSorted(byPush), of, behind: of !== undefined && lag > OLD ? lag : 0 }
}

function byPush(one: FeatureRow, other: FeatureRow): number {
  return rank(other.push) - rank(one.push)
}

function rank(push: number): number {
  return Number.isNaN(push) ? -1 : Math.abs(push)
}

function size(push: number): number {
  return Number.isNaN(push) ? 0 : Math.abs(push)
}
