import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openOnnxModel } from '../../../src/adapters/model/index.ts'
import type { TrainingPlan } from '../../../scripts/train/plan.ts'
import { SHIPPED } from '../../../scripts/train/plan.ts'
import { trainModel } from '../../../scripts/train/train-model.ts'
import { instrumentFixture } from '../../core/instrument-fixture.ts'

const PLAN: TrainingPlan = {
  ...SHIPPED,
  name: 'tiny',
  minutes: 4,
  trainingSeeds: [1, 2],
  validationSeeds: [3],
  testSeeds: [4],
  rules: { ...SHIPPED.rules, hidden: [8], epochs: 3, batch: 64 },
}
const market = [instrumentFixture({ exchange: 'SIM' })]

const folder = mkdtempSync(join(tmpdir(), 'ghtrader-train-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a training run', () => {
  const trained = trainModel(PLAN, market)

  it('gives the same bytes again, and others for another seed', () => {
    expect(trainModel(PLAN, market)).toEqual(trained)
    const other = trainModel({ ...PLAN, rules: { ...PLAN.rules, seed: 2 } }, market)
    expect(other.file).not.toEqual(trained.file)
  })

  it('writes a manifest that tells of this very file and how it was made', () => {
    expect(trained.manifest).toMatchObject({
      name: 'tiny',
      file: 'tiny.onnx',
      sha256: createHash('sha256').update(trained.file).digest('hex'),
      labels: ['down', 'flat', 'up'],
      training: {
        market: 'SHFE.ag2012',
        horizon_ticks: SHIPPED.question.horizon,
        training_seeds: '1 2',
        test_seeds: '4',
        hidden_layers: '8',
        test_rows: trained.test.rows,
      },
    })
  })

  it('makes files that open', async () => {
    writeFileSync(join(folder, 'tiny.onnx'), trained.file)
    writeFileSync(join(folder, 'tiny.json'), JSON.stringify(trained.manifest))
    const opened = await openOnnxModel(join(folder, 'tiny.json'))
    expect(opened.ok && opened.value.manifest).toEqual(trained.manifest)
  })
})

describe('the plan of the shipped model', () => {
  it('reports on markets that nothing was learnt or chosen from', () => {
    const seeds = [...SHIPPED.trainingSeeds, ...SHIPPED.validationSeeds, ...SHIPPED.testSeeds]
    expect(new Set(seeds).size).toBe(seeds.length)
  })
})
