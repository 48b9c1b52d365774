import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOnnxModel } from '../../src/adapters/model/index.ts'
import { FEATURE_COUNT } from '../../src/core/engine/features/index.ts'
import type { Model } from '../../src/core/ports/index.ts'
import { seeded } from '../../src/core/domain/index.ts'

/** Every way of opening a model; a new adapter joins here. */
const MODELS: readonly (readonly [name: string, open: () => Promise<Model>])[] = [
  [
    'the shipped model in onnxruntime',
    async () => {
      const folder = join(import.meta.dirname, '../../resources/models')
      const opened = await openOnnxModel(join(folder, 'sim-direction.json'))
      if (!opened.ok) throw new Error(opened.error.message)
      return opened.value
    },
  ],
]

function row(seed: number): Float32Array {
  const random = seeded(seed)
  return Float32Array.from({ length: FEATURE_COUNT }, () => random.normal())
}

describe.each(MODELS)('%s', (_, open) => {
  let model: Model
  beforeAll(async () => {
    model = await open()
  })
  afterAll(async () => {
    await model.close()
  })

  it('gives one probability a label, which add up to 1', async () => {
    for (let seed = 1; seed <= 50; seed++) {
      const answer = await model.infer(row(seed))
      const probabilities = answer.ok ? answer.value : []
      expect({
        labels: probabilities.length,
        within: probabilities.every((value) => value >= 0 && value <= 1),
        sum: probabilities.reduce((sum, value) => sum + value, 0),
      }).toEqual({
        labels: model.manifest.labels.length,
        within: true,
        sum: expect.closeTo(1, 3) as number,
      })
    }
  })

  it('answers though no feature is known', async () => {
    const unknown = new Float32Array(FEATURE_COUNT).fill(NaN)
    expect(await model.infer(unknown)).toMatchObject({ ok: true })
  })

  it('answers the same question the same way, and another one otherwise', async () => {
    const first = await model.infer(row(1))
    const other = await model.infer(row(2))
    expect([await model.infer(row(1)), first]).toEqual([first, first])
    expect(other).not.toEqual(first)
  })

  it('does not mix up questions that are asked at once', async () => {
    const alone = []
    for (let seed = 1; seed <= 8; seed++) alone.push(await model.infer(row(seed)))
    const together = alone.map((_, index) => model.infer(row(index + 1)))
    expect(await Promise.all(together)).toEqual(alone)
  })

  it('reads the features before it gives control back', async () => {
    const features = row(3)
    const alone = await model.infer(features)
    const asked = model.infer(features)
    features.fill(0)
    expect(await asked).toEqual(alone)
  })

  it('refuses a row of another length', async () => {
    expect(await model.infer(new Float32Array(3))).toMatchObject({
      ok: false,
      error: { code: 'model.shape' },
    })
  })

  it('answers nothing once it is closed, and may be closed twice', async () => {
    const closing = await open()
    await closing.close()
    await closing.close()
    expect(await closing.infer(row(1))).toMatchObject({
      ok: false,
      error: { code: 'model.output' },
    })
  })

  it('settles a question that is out when it is closed', async () => {
    const closing = await open()
    const settled = await Promise.all([closing.infer(row(1)), closing.close()])
    expect(settled[0]).toHaveProperty('ok')
  })
})
