import { describe, expect, it } from 'vitest'
import { openOnnxModel } from '../../../src/adapters/model/index.ts'
import { FEATURE_COUNT, featureIndex } from '../../../src/core/engine/features/index.ts'
import type { Model } from '../../../src/core/ports/index.ts'
import type { Network } from '../../../scripts/train/network.ts'
import type { Written } from './model-folder.ts'
import { FOUR, modelOf, UNTAUGHT, written } from './model-folder.ts'

async function opened(model: Written): Promise<Model> {
  const result = await openOnnxModel(written(model))
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

/** All features of the engine are `rest` but those named. */
function features(
  values: Partial<Record<(typeof FOUR)[number], number>>,
  rest = 0.5,
): Float32Array {
  const row = new Float32Array(FEATURE_COUNT).fill(rest)
  for (const name of FOUR) row[featureIndex(name)] = values[name] ?? rest
  return row
}

const ordinary = modelOf(UNTAUGHT)
const values = { spread: 1, top_imbalance: -0.25, momentum_16: 3, trade_sign: 0.5 }

/** One layer: what each of four inputs counts for each label. */
function linear(weights: readonly number[]): Network {
  const [inputs, outputs] = [4, 3]
  return [{ inputs, outputs, weights: Float64Array.from(weights), biases: new Float64Array(3) }]
}

describe('an ONNX model', () => {
  it('takes its own features out of those of the engine, wherever they stand', async () => {
    const model = await opened(ordinary)
    expect(await model.infer(features(values, 7))).toEqual(await model.infer(features(values, -3)))
  })

  it('answers the same when manifest and weights name the features in another order', async () => {
    const plain = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((weight) => weight / 10)
    const turned = [3, 2, 1, 0].flatMap((input) => plain.slice(input * 3, input * 3 + 3))
    const forward = modelOf(linear(plain))
    const backward = modelOf(linear(turned), FOUR.toReversed())
    const { mean, deviation } = forward.manifest.normalisation
    const reversed = { mean: mean.toReversed(), deviation: deviation.toReversed() }
    const models = [
      await opened(forward),
      await opened({ ...backward, manifest: { ...backward.manifest, normalisation: reversed } }),
    ]
    const answers = await Promise.all(models.map((model) => model.infer(features(values))))
    const [first, second] = answers.map((answer) => (answer.ok ? answer.value : []))
    expect(second).toEqual(first!.map((value) => expect.closeTo(value, 6) as number))
  })

  it('takes a feature that is not known for its mean', async () => {
    const model = await opened(ordinary)
    const [spread, , momentum] = ordinary.manifest.normalisation.mean
    const known = features({ ...values, spread: spread!, momentum_16: momentum! })
    const unknown = features({ ...values, spread: NaN, momentum_16: NaN })
    expect(await model.infer(unknown)).toEqual(await model.infer(known))
  })

  it('subtracts the mean and divides by the deviation', async () => {
    const model = await opened(modelOf(linear([0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0])))
    // Third feature: mean 0.5, deviation 2, so 4.5 is 2 deviations above.
    const share = 1 / (Math.exp(2) + 2)
    expect(await model.infer(features({ momentum_16: 4.5 }))).toEqual({
      ok: true,
      value: [Math.exp(2) * share, share, share].map((value) => expect.closeTo(value, 6) as number),
    })
  })

  it('says so when a feature without end spoils the answer', async () => {
    const model = await opened(ordinary)
    const answer = await model.infer(features({ spread: Infinity }))
    expect(answer).toMatchObject({ ok: false, error: { code: 'model.output' } })
    expect(await model.infer(features(values))).toMatchObject({ ok: true })
  })
})
