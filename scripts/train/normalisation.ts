import type { ModelManifest } from '../../src/core/ports/index.ts'
import { FEATURE_COUNT } from '../../src/core/engine/features/index.ts'
import type { Samples } from './samples.ts'

export type Normalisation = ModelManifest['normalisation']

/**
 * Mean and deviation of each feature over rows, NaN left out; six digits, so that the manifest
 * says exactly what was trained with. A feature that never changes has deviation 1.
 */
export function normalisationOf({ count, features }: Samples): Normalisation {
  const mean: number[] = []
  const deviation: number[] = []
  for (let column = 0; column < FEATURE_COUNT; column++) {
    let known = 0
    let sum = 0
    for (let row = 0; row < count; row++) {
      const value = features[row * FEATURE_COUNT + column]!
      if (Number.isNaN(value)) continue
      known++
      sum += value
    }
    const middle = known > 0 ? sum / known : 0
    let squares = 0
    for (let row = 0; row < count; row++) {
      const value = features[row * FEATURE_COUNT + column]!
      if (!Number.isNaN(value)) squares += (value - middle) ** 2
    }
    mean.push(sixDigits(middle))
    deviation.push(squares > 0 ? sixDigits(Math.sqrt(squares / known)) : 1)
  }
  return { mean, deviation }
}

/** (x − mean) / deviation in 32 bits; NaN becomes the mean, which is 0. */
export function normalised(
  features: Float32Array,
  { mean, deviation }: Normalisation,
): Float32Array {
  const rows = new Float32Array(features.length)
  for (let index = 0; index < features.length; index++) {
    const column = index % mean.length
    const value = (features[index]! - mean[column]!) / deviation[column]!
    rows[index] = Number.isNaN(value) ? 0 : value
  }
  return rows
}

function sixDigits(value: number): number {
  return Number(value.toPrecision(6))
}
