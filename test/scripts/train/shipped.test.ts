import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openOnnxModel } from '../../../src/adapters/model/index.ts'
import { readProducts } from '../../../src/adapters/resources/index.ts'
import { simulatedInstruments } from '../../../src/core/domain/index.ts'
import type { Instrument } from '../../../src/core/domain/index.ts'
import { FEATURE_COUNT, FEATURE_NAMES } from '../../../src/core/engine/features/index.ts'
import type { ModelManifest } from '../../../src/core/ports/index.ts'
import { SHIPPED } from '../../../scripts/train/plan.ts'
import { marketSamples } from '../../../scripts/train/samples.ts'
import { factsOf } from '../../../scripts/train/train-model.ts'

const RESOURCES = join(import.meta.dirname, '../../../resources')
const MANIFEST = join(RESOURCES, 'models/sim-direction.json')
const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as ModelManifest

function instruments(): readonly Instrument[] {
  const products = readProducts(join(RESOURCES, 'products.json'))
  if (!products.ok) throw new Error(products.error.message)
  return simulatedInstruments(products.value)
}

describe('the shipped model', () => {
  it('is made again with npm run train when plan, market or features change', () => {
    const now = factsOf(SHIPPED, instruments())
    expect({ ...manifest.training, ...now }).toEqual(manifest.training)
    expect(manifest.features).toEqual(FEATURE_NAMES)
  })

  it('foresees a market that it never saw better than the commonest answer', async () => {
    const opened = await openOnnxModel(MANIFEST)
    if (!opened.ok) throw new Error(opened.error.message)
    const { count, features, labels } = marketSamples(instruments(), 999, 10, SHIPPED.question)
    const counts = [0, 0, 0]
    let right = 0
    for (let row = 0; row < count; row++) {
      const start = row * FEATURE_COUNT
      const answer = await opened.value.infer(features.subarray(start, start + FEATURE_COUNT))
      if (!answer.ok) throw new Error(answer.error.message)
      const said = answer.value.indexOf(Math.max(...answer.value))
      if (said === labels[row]) right++
      counts[labels[row]!]!++
    }
    await opened.value.close()
    expect(count).toBeGreaterThan(3_000)
    expect(right / count).toBeGreaterThan(Math.max(...counts) / count + 0.05)
  })
})
