import type { Failure } from '../../core/contracts/index.ts'
import { explained } from '../../core/contracts/index.ts'
import type { Result } from '../../core/domain/index.ts'
import { failed, ok } from '../../core/domain/index.ts'

/** How far the probabilities of one answer may add up to something else than 1. */
const TOLERANCE = 1e-3

/** One probability a label out of what a network gave; `model.output` where it is none. */
export function probabilitiesOf(
  output: unknown,
  labels: readonly string[],
  name: string,
): Result<readonly number[], Failure> {
  if (!(output instanceof Float32Array) || output.length !== labels.length) {
    return failed(explained('model.output/count', { model: name, wanted: labels.length }))
  }
  const probabilities: number[] = []
  let sum = 0
  for (let index = 0; index < output.length; index++) {
    const value = output[index]!
    if (!(value >= 0 && value <= 1)) {
      const label = labels[index] ?? ''
      return failed(explained('model.output/probability', { model: name, label, value }))
    }
    sum += value
    probabilities.push(value)
  }
  if (Math.abs(sum - 1) <= TOLERANCE) return ok(probabilities)
  return failed(explained('model.output/sum', { model: name, sum }))
}
