import type { Random } from '../../src/core/domain/index.ts'

/** One dense layer. */
export interface Layer {
  readonly inputs: number
  readonly outputs: number
  /**
   * `inputs` × `outputs`, row after row: the weight of input i on output j is at i × outputs + j.
   */
  readonly weights: Float64Array
  readonly biases: Float64Array
}

/** Dense layers, ReLU between them, softmax behind the last. */
export type Network = readonly Layer[]

/**
 * A network that has learnt nothing: biases zero, weights normal with variance 2 / inputs (He,
 * Zhang, Ren and Sun, "Delving deep into rectifiers", 2015).
 *
 * @param widths inputs, the width of each hidden layer, outputs.
 */
export function createNetwork(widths: readonly number[], random: Random): Network {
  return widths.slice(1).map((outputs, index) => {
    const inputs = widths[index]!
    const spread = Math.sqrt(2 / inputs)
    const weights = Float64Array.from({ length: inputs * outputs }, () => random.normal() * spread)
    return { inputs, outputs, weights, biases: new Float64Array(outputs) }
  })
}

/** The network with its numbers rounded to 32 bits, which is all that its file keeps. */
export function rounded(network: Network): Network {
  return network.map((layer) => ({
    ...layer,
    weights: Float64Array.from(layer.weights, Math.fround),
    biases: Float64Array.from(layer.biases, Math.fround),
  }))
}

/** Runs rows through a network, one at a time, keeping what each layer gave. */
export class ForwardPass {
  /** The row itself, then the outputs of each layer; overwritten by every run. */
  readonly activations: readonly Float64Array[]
  readonly #network: Network

  constructor(network: Network) {
    this.#network = network
    this.activations = [
      new Float64Array(network[0]!.inputs),
      ...network.map((layer) => new Float64Array(layer.outputs)),
    ]
  }

  /**
   * @param rows normalised features, row after row.
   * @returns one probability a class, overwritten by the next run.
   */
  run(rows: Float32Array, row: number): Float64Array {
    const input = this.activations[0]!
    const start = row * input.length
    for (let i = 0; i < input.length; i++) input[i] = rows[start + i]!
    const last = this.#network.length - 1
    for (let index = 0; index <= last; index++) {
      const output = this.activations[index + 1]!
      dense(this.#network[index]!, this.activations[index]!, output)
      if (index === last) softmax(output)
      else rectify(output)
    }
    return this.activations[last + 1]!
  }
}

function dense(layer: Layer, input: Float64Array, output: Float64Array): void {
  const { inputs, outputs, weights, biases } = layer
  output.set(biases)
  for (let i = 0; i < inputs; i++) {
    const value = input[i]!
    if (value === 0) continue
    const start = i * outputs
    for (let j = 0; j < outputs; j++) output[j]! += value * weights[start + j]!
  }
}

function rectify(values: Float64Array): void {
  for (let i = 0; i < values.length; i++) if (values[i]! < 0) values[i] = 0
}

/** Exponents are taken relative to the largest, so that none overflows. */
function softmax(values: Float64Array): void {
  let largest = -Infinity
  for (let i = 0; i < values.length; i++) if (values[i]! > largest) largest = values[i]!
  let sum = 0
  for (let i = 0; i < values.length; i++) {
    values[i] = Math.exp(values[i]! - largest)
    sum += values[i]!
  }
  for (let i = 0; i < values.length; i++) values[i]! /= sum
}
