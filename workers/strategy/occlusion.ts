import { FEATURE_COUNT } from '../../src/core/engine/features/index.ts'
import type { FeatureName } from '../../src/core/engine/features/index.ts'
import { featureIndex } from '../../src/core/engine/features/index.ts'
import type { Model } from '../../src/core/ports/index.ts'

/** An outcome, and how much of it goes when one feature says nothing and all others stay. */
export interface Occlusion {
  /** Of a model, the likeliest; empty for a rule. */
  readonly label: string
  readonly base: number
  /** One a feature; NaN for one that is not read. */
  readonly pushes: readonly number[]
}

/**
 * @param wouldWant net lots, or undefined where the rule cannot tell. A feature of 0 says nothing.
 */
export function occludeRule(
  features: Float32Array,
  reads: readonly FeatureName[],
  wouldWant: (features: Float32Array) => number | undefined,
): Occlusion | undefined {
  const base = wouldWant(features)
  if (base === undefined) return undefined
  const pushes = new Array<number>(FEATURE_COUNT).fill(NaN)
  for (const name of reads) {
    const index = featureIndex(name)
    pushes[index] = base - (wouldWant(without(features, index, 0)) ?? NaN)
  }
  return { label: '', base, pushes }
}

/**
 * Asks a model once, and once more for each feature that it reads, one row at a time: a row takes
 * microseconds, and whatever comes meanwhile goes first. NaN is its training mean to a model.
 *
 * @param pause lets others have their turn.
 * @returns undefined where the model gave no answer.
 */
export async function occludeModel(
  features: Float32Array,
  model: Model,
  pause: () => Promise<unknown>,
): Promise<Occlusion | undefined> {
  const whole = await model.infer(features)
  if (!whole.ok) return undefined
  const likeliest = whole.value.indexOf(Math.max(...whole.value))
  const base = whole.value[likeliest]!
  const { labels, features: reads } = model.manifest
  const pushes = new Array<number>(FEATURE_COUNT).fill(NaN)
  for (const name of reads) {
    await pause()
    const index = featureIndex(name as FeatureName)
    const rest = await model.infer(without(features, index, NaN))
    if (!rest.ok) return undefined
    pushes[index] = base - rest.value[likeliest]!
  }
  return { label: labels[likeliest] ?? '', base, pushes }
}

function without(features: Float32Array, index: number, nothing: number): Float32Array {
  const row = features.slice()
  row[index] = nothing
  return row
}
