import type { Failure } from '../contracts/index.ts'
import type { Result } from '../domain/index.ts'

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
   * One row of raw features (not normalised, in the manifest's order; NaN becomes the mean).
   * @returns one probability a label, or why the output cannot be used.
   */
  infer(features: Float32Array): Promise<Result<readonly number[], Failure>>
  close(): Promise<void>
}
