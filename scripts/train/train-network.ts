import type { Random } from '../../src/core/domain/index.ts'
import { seeded } from '../../src/core/domain/index.ts'
import { Adam } from './adam.ts'
import { CLASSES } from './evaluation.ts'
import { Gradient } from './gradient.ts'
import type { Network } from './network.ts'
import { createNetwork, ForwardPass } from './network.ts'

/** Normalised rows with what is right for each. */
export interface Examples {
  readonly rows: Float32Array
  readonly labels: Uint8Array
}

export interface TrainingRules {
  /** Everything random follows from it: first weights, and the order of the rows. */
  readonly seed: number
  /** Width of each hidden layer. */
  readonly hidden: readonly number[]
  readonly epochs: number
  /** Rows of one step. */
  readonly batch: number
  /** Step width at the start; it falls to nothing along half a cosine. */
  readonly rate: number
}

export interface Epoch {
  readonly number: number
  /** Weighted cross-entropy a row, on the rows trained with and on those kept aside. */
  readonly trainingLoss: number
  readonly validationLoss: number
}

export interface Trained {
  readonly network: Network
  /** The epoch whose network this is: the one with the least loss on the rows kept aside. */
  readonly best: Epoch
}

/** Trains a network; the same arguments give the same bits. */
export function trainNetwork(
  training: Examples,
  validation: Examples,
  rules: TrainingRules,
  onEpoch: (epoch: Epoch) => void = () => undefined,
): Trained {
  const random = seeded(rules.seed)
  const inputs = training.rows.length / training.labels.length
  const network = createNetwork([inputs, ...rules.hidden, CLASSES.length], random)
  const gradient = new Gradient(network)
  const adam = new Adam(network, gradient)
  const weights = classWeights(training.labels)
  const order = Uint32Array.from(training.labels, (_, row) => row)
  const steps = Math.ceil(order.length / rules.batch) * rules.epochs
  let step = 0
  let trained: Trained | undefined

  for (let number = 1; number <= rules.epochs; number++) {
    shuffle(order, random)
    let loss = 0
    for (let from = 0; from < order.length; from += rules.batch) {
      const until = Math.min(from + rules.batch, order.length)
      gradient.clear()
      for (let at = from; at < until; at++) {
        const row = order[at]!
        const label = training.labels[row]!
        gradient.add(training.rows, row, label, weights[label]!)
      }
      loss += gradient.loss
      const rate = (rules.rate * (1 + Math.cos((Math.PI * step++) / steps))) / 2
      adam.step(until - from, rate)
    }
    const validationLoss = lossOf(network, validation, weights)
    const epoch = { number, trainingLoss: loss / order.length, validationLoss }
    onEpoch(epoch)
    if (trained === undefined || validationLoss < trained.best.validationLoss) {
      trained = { network: copied(network), best: epoch }
    }
  }
  if (trained === undefined) throw new RangeError(`training needs an epoch, not ${rules.epochs}`)
  return trained
}

/** Rows ÷ (classes × rows of the class): each class counts the same in sum. */
export function classWeights(labels: Uint8Array): readonly number[] {
  const counts = CLASSES.map(() => 0)
  for (const label of labels) counts[label]!++
  return counts.map((count) => (count > 0 ? labels.length / (CLASSES.length * count) : 0))
}

function lossOf(network: Network, { rows, labels }: Examples, weights: readonly number[]): number {
  const forward = new ForwardPass(network)
  let loss = 0
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row]!
    loss -= weights[label]! * Math.log(Math.max(forward.run(rows, row)[label]!, 1e-12))
  }
  return loss / labels.length
}

/** Fisher and Yates. */
function shuffle(order: Uint32Array, random: Random): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.below(i + 1)
    const other = order[j]!
    order[j] = order[i]!
    order[i] = other
  }
}

function copied(network: Network): Network {
  return network.map((layer) => ({
    ...layer,
    weights: layer.weights.slice(),
    biases: layer.biases.slice(),
  }))
}
