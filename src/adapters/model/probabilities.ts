import type { Failure } from '../../core/contracts/index.ts'
import { failure } from '../../core/contracts/index.ts'
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
    return unusable(name, `its answer is not ${labels.length} numbers of 32 bits`)
  }
  const probabilities: number[] = []
  let sum = 0
  for (let index = 0; index < output.length; index++) {
    const value = output[index]!
    if (!(value >= 0 && value <= 1)) {
      return unusable(name, `the probability of ${labels[index]} was ${value}`)
    }
    sum += value
    probabilities.push(value)
  }
  if (Math.abs(sum - 1) <= TOLERANCE) return ok(probabilities)
  return unusable(name, `the probabilities add up to ${sum}`)
}

function unusable(name: string, what: string): Result<never, Failure> {
  return failed(
    failure(
      'model.output',
      `the model ${name} cannot be used: ${what}, must be from 0 to 1 and add up to 1; ` +
        'check its last layer and what it is given',
    ),
  )
}
