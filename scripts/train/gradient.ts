import type { Layer, Network } from './network.ts'
import { ForwardPass } from './network.ts'

/** Sums the gradient of the weighted cross-entropy over rows, by back-propagation. */
export class Gradient {
  /** Shaped like the network; zeroed by `clear`. */
  readonly layers: readonly Layer[]
  /** Weighted cross-entropy of the rows since `clear`, summed. */
  loss = 0
  readonly #network: Network
  readonly #forward: ForwardPass
  readonly #errors: readonly Float64Array[]

  constructor(network: Network) {
    this.#network = network
    this.#forward = new ForwardPass(network)
    this.layers = network.map((layer) => ({
      ...layer,
      weights: new Float64Array(layer.weights.length),
      biases: new Float64Array(layer.biases.length),
    }))
    this.#errors = network.map((layer) => new Float64Array(layer.outputs))
  }

  clear(): void {
    this.loss = 0
    for (const { weights, biases } of this.layers) {
      weights.fill(0)
      biases.fill(0)
    }
  }

  /** @param weight what this row counts, 1 being an ordinary one. */
  add(rows: Float32Array, row: number, label: number, weight: number): void {
    const probabilities = this.#forward.run(rows, row)
    this.loss -= weight * Math.log(Math.max(probabilities[label]!, 1e-12))
    const last = this.#network.length - 1
    const error = this.#errors[last]!
    for (let j = 0; j < error.length; j++) {
      error[j] = weight * (probabilities[j]! - (j === label ? 1 : 0))
    }
    for (let index = last; index >= 0; index--) this.#back(index)
  }

  /** Adds one layer's share, and hands the error on to the layer before it. */
  #back(index: number): void {
    const { inputs, outputs, weights } = this.#network[index]!
    const error = this.#errors[index]!
    const input = this.#forward.activations[index]!
    const gradient = this.layers[index]!
    const before = index > 0 ? this.#errors[index - 1] : undefined
    for (let j = 0; j < outputs; j++) gradient.biases[j]! += error[j]!
    for (let i = 0; i < inputs; i++) {
      const value = input[i]!
      if (before !== undefined) before[i] = 0
      if (value === 0) continue
      const start = i * outputs
      let sum = 0
      for (let j = 0; j < outputs; j++) {
        gradient.weights[start + j]! += value * error[j]!
        sum += weights[start + j]! * error[j]!
      }
      if (before !== undefined) before[i] = sum
    }
  }
}
