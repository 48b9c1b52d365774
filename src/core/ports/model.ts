import type { Failure } from '../contracts/index.ts'
import type { Result } from '../domain/index.ts'

/**
 * What a model that foresees a direction says, in this order: every strategy that asks one relies
 * on it, so a model with other labels, or the same in another order, is not opened.
 */
export const DIRECTION_LABELS = ['down', 'flat', 'up'] as const

/** What a model was made for. Feature names and their order are those of `engine/features`. */
export interface ModelManifest {
  readonly format: 1
  readonly name: string
  readonly file: string
  readonly sha256: string
  readonly input: { readonly name: string; readonly shape: readonly [1, number] }
  readonly output: { readonly name: string; readonly shape: readonly [1, number] }
  readonly features: readonly string[]
  /** (x − mean) / deviation before the network, one each a feature. */
  readonly normalisation: {
    readonly mean: readonly number[]
    readonly deviation: readonly number[]
  }
  /** One a column of the output. */
  readonly labels: readonly string[]
  /** What it was trained on and with, for people. */
  readonly training: Readonly<Record<string, number | string>>
}

export interface Model {
  readonly manifest: ModelManifest
  /**
   * @param features one row of all raw features in the order of `FEATURE_NAMES`, not normalised:
   *   the model picks its own, and NaN becomes the mean. Read before the call returns.
   * @returns one probability a label, or why the output cannot be used.
   */
  infer(features: Float32Array): Promise<Result<readonly number[], Failure>>
  close(): Promise<void>
}
