import type { Gradient } from './gradient.ts'
import type { Network } from './network.ts'

const FIRST_DECAY = 0.9
const SECOND_DECAY = 0.999
const SMALLEST = 1e-8

/**
 * Moves a network against a gradient, each weight with a step width of its own (Kingma and Ba,
 * "Adam: a method for stochastic optimization", 2015).
 */
export class Adam {
  readonly #columns: readonly Column[]
  #step = 0

  constructor(network: Network, gradient: Gradient) {
    this.#columns = network.flatMap((layer, index) => [
      columnOf(layer.weights, gradient.layers[index]!.weights),
      columnOf(layer.biases, gradient.layers[index]!.biases),
    ])
  }

  /** @param rows how many rows the gradient is the sum of. */
  step(rows: number, rate: number): void {
    this.#step++
    const first = 1 - FIRST_DECAY ** this.#step
    const second = 1 - SECOND_DECAY ** this.#step
    for (const { values, gradient, mean, square } of this.#columns) {
      for (let i = 0; i < values.length; i++) {
        const slope = gradient[i]! / rows
        mean[i] = FIRST_DECAY * mean[i]! + (1 - FIRST_DECAY) * slope
        square[i] = SECOND_DECAY * square[i]! + (1 - SECOND_DECAY) * slope * slope
        values[i]! -= (rate * mean[i]!) / first / (Math.sqrt(square[i]! / second) + SMALLEST)
      }
    }
  }
}

interface Column {
  readonly values: Float64Array
  readonly gradient: Float64Array
  readonly mean: Float64Array
  readonly square: Float64Array
}

function columnOf(values: Float64Array, gradient: Float64Array): Column {
  const zeros = (): Float64Array => new Float64Array(values.length)
  return { values, gradient, mean: zeros(), square: zeros() }
}
