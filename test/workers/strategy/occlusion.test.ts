import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Failure } from '../../../src/core/contracts/index.ts'
import { failure } from '../../../src/core/contracts/index.ts'
import type { Result } from '../../../src/core/domain/index.ts'
import { failed, ok } from '../../../src/core/domain/index.ts'
import { FEATURE_COUNT, FEATURE_NAMES } from '../../../src/core/engine/features/index.ts'
import { featureIndex } from '../../../src/core/engine/features/index.ts'
import type { Model, ModelManifest } from '../../../src/core/ports/index.ts'
import { occludeModel, occludeRule } from '../../../workers/strategy/occlusion.ts'

const READ = FEATURE_NAMES.slice(0, 5)

interface Toy {
  readonly weights: readonly number[]
  readonly means: readonly number[]
}

/** Two labels, of which the logit of the second is linear in five features. */
function toyModel({ weights, means }: Toy): Model {
  const labels = ['down', 'up']
  const answer = (row: Float32Array): Result<readonly number[], Failure> => {
    let logit = 0
    for (const [index, weight] of weights.entries()) {
      const value = row[index]!
      if (!Number.isNaN(value)) logit += weight * (value - means[index]!)
    }
    const up = 1 / (1 + Math.exp(-logit))
    return ok([1 - up, up])
  }
  return {
    manifest: { features: READ, labels } as unknown as ModelManifest,
    infer: (row) => Promise.resolve(answer(row)),
    close: () => Promise.resolve(),
  }
}

const logit = (share: number): number => Math.log(share / (1 - share))
const five = fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 })

describe('what a feature did for the answer of a model', () => {
  it('is, for a linear one, weight × (value − mean) in its logit', async () => {
    await fc.assert(
      fc.asyncProperty(five, five, five, async (weights, means, values) => {
        const features = new Float32Array(FEATURE_COUNT)
        features.set(values)
        const found = await occludeModel(features, toyModel({ weights, means }), () =>
          Promise.resolve(),
        )
        const { label, base, pushes } = found!
        const side = label === 'up' ? 1 : -1
        for (const [index, weight] of weights.entries()) {
          const push = logit(base) - logit(base - pushes[index]!)
          expect(push).toBeCloseTo(side * weight * (values[index]! - means[index]!), 6)
        }
      }),
    )
  })

  it('is nothing at the mean, and unknown where the model does not read it', async () => {
    const model = toyModel({ weights: [1, 1, 1, 1, 1], means: [0, 0, 0, 0, 0] })
    const features = new Float32Array(FEATURE_COUNT).fill(0.5)
    features[1] = NaN
    features[2] = 0
    const found = await occludeModel(features, model, () => Promise.resolve())
    expect(found?.pushes.slice(1, 3)).toEqual([0, 0])
    expect(found?.pushes.slice(5)).toEqual(new Array(FEATURE_COUNT - 5).fill(NaN))
  })

  it('leaves the features as they were, and asks one row a turn', async () => {
    const model = toyModel({ weights: [1, 2, 3, 4, 5], means: [0, 0, 0, 0, 0] })
    const features = new Float32Array(FEATURE_COUNT).fill(0.25)
    let turns = 0
    await occludeModel(features, model, () => Promise.resolve(turns++))
    expect([turns, features]).toEqual([5, new Float32Array(FEATURE_COUNT).fill(0.25)])
  })

  it('is not told where the model gives no answer', async () => {
    const model: Model = {
      ...toyModel({ weights: [], means: [] }),
      infer: () => Promise.resolve(failed(failure('model.output', 'closed'))),
    }
    const features = new Float32Array(FEATURE_COUNT)
    expect(await occludeModel(features, model, () => Promise.resolve())).toBeUndefined()
  })
})

describe('what a feature did for the target of a rule', () => {
  it('is the lots that would not have been wanted without it', () => {
    const [top, depth] = [featureIndex('top_imbalance'), featureIndex('depth_imbalance')]
    const features = new Float32Array(FEATURE_COUNT).fill(0.5)
    const found = occludeRule(features, ['top_imbalance', 'depth_imbalance'], (row) =>
      row[top]! > 0.25 && row[depth]! > -1 ? 3 : 0,
    )!
    expect([found.label, found.base, found.pushes[top], found.pushes[depth]]).toEqual(['', 3, 3, 0])
    expect(found.pushes.filter(Number.isNaN)).toHaveLength(FEATURE_COUNT - 2)
  })

  it('is not told by a rule that cannot tell', () => {
    expect(occludeRule(new Float32Array(FEATURE_COUNT), [], () => undefined)).toBeUndefined()
  })
})
