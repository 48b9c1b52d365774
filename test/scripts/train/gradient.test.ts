import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seeded } from '../../../src/core/domain/index.ts'
import { Gradient } from '../../../scripts/train/gradient.ts'
import type { Network } from '../../../scripts/train/network.ts'
import { createNetwork, ForwardPass } from '../../../scripts/train/network.ts'

const LABELS = [2, 0, 1]
const WEIGHTS = [1, 0.5, 2]
const STEP = 1e-6

function loss(network: Network, rows: Float32Array): number {
  const forward = new ForwardPass(network)
  return LABELS.reduce(
    (sum, label, row) => sum - WEIGHTS[row]! * Math.log(forward.run(rows, row)[label]!),
    0,
  )
}

describe('the gradient', () => {
  it('is the slope of the loss along every weight and bias', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = seeded(seed)
        const network = createNetwork([4, 6, 5, 3], random)
        for (const { biases } of network) biases.forEach((_, i) => (biases[i] = random.normal()))
        const rows = Float32Array.from({ length: LABELS.length * 4 }, () => random.normal())
        const gradient = new Gradient(network)
        gradient.add(rows, 0, 0, 9)
        gradient.clear()
        LABELS.forEach((label, row) => gradient.add(rows, row, label, WEIGHTS[row]!))

        expect(gradient.loss).toBeCloseTo(loss(network, rows), 9)
        network.forEach((layer, index) => {
          for (const part of ['weights', 'biases'] as const) {
            const at = random.below(layer[part].length)
            const before = layer[part][at]!
            layer[part][at] = before + STEP
            const above = loss(network, rows)
            layer[part][at] = before - STEP
            const below = loss(network, rows)
            layer[part][at] = before
            const slope = (above - below) / (2 * STEP)
            expect(gradient.layers[index]![part][at]).toBeCloseTo(slope, 4)
          }
        })
      }),
      { numRuns: 100, seed: 1 },
    )
  })
})
