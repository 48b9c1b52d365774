import { describe, expect, it } from 'vitest'
import { seeded } from '../../../src/core/domain/index.ts'
import { evaluate } from '../../../scripts/train/evaluation.ts'
import { ForwardPass } from '../../../scripts/train/network.ts'
import type { Epoch, Examples, TrainingRules } from '../../../scripts/train/train-network.ts'
import { classWeights, trainNetwork } from '../../../scripts/train/train-network.ts'

const RULES: TrainingRules = { seed: 5, hidden: [8], epochs: 8, batch: 16, rate: 0.02 }

/** Two numbers a row: within a ring is flat, outside it the sign of the first tells. */
function ring(seed: number, count: number): Examples {
  const random = seeded(seed)
  const rows = Float32Array.from({ length: count * 2 }, () => random.normal())
  const labels = Uint8Array.from({ length: count }, (_, row) => {
    const [x, y] = [rows[row * 2]!, rows[row * 2 + 1]!]
    return x * x + y * y < 1 ? 1 : x < 0 ? 0 : 2
  })
  return { rows, labels }
}

const training = ring(1, 800)
const validation = ring(2, 200)

describe('training', () => {
  it('learns what can be learnt, and is right on rows it has not seen', () => {
    const { network } = trainNetwork(training, validation, RULES)
    const { rows, labels } = ring(3, 500)
    const { accuracy, majority } = evaluate(network, rows, labels, new Float32Array(500))
    expect(majority).toBeLessThan(0.5)
    expect(accuracy).toBeGreaterThan(0.85)
  })

  it('gives the same bits for the same seed, others for another', () => {
    const first = trainNetwork(training, validation, RULES)
    const again = trainNetwork(training, validation, RULES)
    const other = trainNetwork(training, validation, { ...RULES, seed: 6 })
    expect(again).toEqual(first)
    expect(other.network).not.toEqual(first.network)
  })

  it('keeps the network of the epoch that did best on the rows kept aside', () => {
    const epochs: Epoch[] = []
    // Their labels belong to other rows: learning makes this worse sooner or later.
    const kept = { rows: validation.rows, labels: ring(9, 200).labels }
    const { best, network } = trainNetwork(training, kept, RULES, (epoch) => epochs.push(epoch))
    const losses = epochs.map(({ validationLoss }) => validationLoss)
    expect(losses.length).toBe(RULES.epochs)
    expect(best).toEqual(epochs[losses.indexOf(Math.min(...losses))])
    expect(best.number).toBeLessThan(RULES.epochs)

    const weights = classWeights(training.labels)
    const forward = new ForwardPass(network)
    let loss = 0
    kept.labels.forEach((label, row) => {
      loss -= weights[label]! * Math.log(forward.run(kept.rows, row)[label]!)
    })
    expect(loss / kept.labels.length).toBeCloseTo(best.validationLoss, 9)
  })

  it('lets each class count the same in sum', () => {
    const weights = classWeights(Uint8Array.from([0, 0, 0, 1, 2, 2]))
    expect(weights).toEqual([6 / 9, 6 / 3, 6 / 6])
  })

  it('cannot do without an epoch', () => {
    expect(() => trainNetwork(training, validation, { ...RULES, epochs: 0 })).toThrow(
      'training needs an epoch, not 0',
    )
  })
})
