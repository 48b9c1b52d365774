import { describe, expect, it } from 'vitest'
import { parseManifest } from '../../../src/adapters/model/manifest.ts'
import { FEATURE_NAMES } from '../../../src/core/engine/features/index.ts'
import { DIRECTION_LABELS } from '../../../src/core/ports/index.ts'
import { FOUR, modelOf, UNTAUGHT } from './model-folder.ts'

const { manifest } = modelOf(UNTAUGHT)
const { mean, deviation } = manifest.normalisation

function parsed(value: unknown): unknown {
  return parseManifest(value, 'models/small.json', DIRECTION_LABELS)
}

function refused(what: string): unknown {
  const message = `models/small.json: ${what}; mend it, or make the model again: npm run train`
  return { ok: false, error: { code: 'model.manifest', message } }
}

const known = `a feature of this version (${FEATURE_NAMES.join(', ')})`
const besides = 'the name of a file beside the manifest, without a folder'
const digits = '64 hexadecimal digits in lower case'

const LIES: readonly (readonly [title: string, value: unknown, wrong: string])[] = [
  ['is no object', [], 'the manifest must be an object, was []'],
  ['has another format', { ...manifest, format: 2 }, 'the manifest.format must be one of 1, was 2'],
  [
    'has a member too many',
    { ...manifest, lables: [] },
    "the manifest has the unknown member 'lables'",
  ],
  ['has no name', { ...manifest, name: '' }, 'the manifest.name must be a text, not empty, was ""'],
  [
    'names a file of another folder',
    { ...manifest, file: '../x.onnx' },
    `the manifest.file must be ${besides}, was "../x.onnx"`,
  ],
  [
    'has half a hash',
    { ...manifest, sha256: 'abc' },
    `the manifest.sha256 must be ${digits}, was "abc"`,
  ],
  [
    'has an input of two rows',
    { ...manifest, input: { name: 'features', shape: [2, 4] } },
    'the manifest.input.shape must be one row, [1, how many], was [2,4]',
  ],
  [
    'has an output of no columns',
    { ...manifest, output: { name: 'probabilities', shape: [1, 0] } },
    'the manifest.output.shape must be one row, [1, how many], was [1,0]',
  ],
  [
    'names a feature that does not exist',
    { ...manifest, features: ['spread', 'top_imbalance', 'momentum_17', 'trade_sign'] },
    `the manifest.features[2] must be ${known}, was "momentum_17"`,
  ],
  [
    'names a feature twice',
    { ...manifest, features: ['spread', 'top_imbalance', 'spread', 'trade_sign'] },
    'features names spread twice',
  ],
  [
    'names a feature too few',
    { ...manifest, features: FOUR.slice(1) },
    'features has 3 entries, input.shape has room for 4',
  ],
  [
    'has a mean too few',
    { ...manifest, normalisation: { mean: mean.slice(1), deviation } },
    'normalisation.mean has 3 entries for 4 features',
  ],
  [
    'has a deviation too many',
    { ...manifest, normalisation: { mean, deviation: [...deviation, 1] } },
    'normalisation.deviation has 5 entries for 4 features',
  ],
  [
    'has a mean that is no number',
    { ...manifest, normalisation: { mean: [0, NaN, 0, 0], deviation } },
    'the manifest.normalisation.mean[1] must be a finite number, was null',
  ],
  [
    'has a mean without end',
    { ...manifest, normalisation: { mean: [0, 0, Infinity, 0], deviation } },
    'the manifest.normalisation.mean[2] must be a finite number, was null',
  ],
  [
    'has a deviation of zero',
    { ...manifest, normalisation: { mean, deviation: [1, 1, 1, 0] } },
    'the manifest.normalisation.deviation[3] must be a number above 0, was 0',
  ],
  [
    'has a label too few',
    { ...manifest, labels: ['down', 'up'] },
    'labels has 2 entries, output.shape has room for 3',
  ],
  [
    'has the labels in another order',
    { ...manifest, labels: ['up', 'flat', 'down'] },
    'labels must be down, flat, up in this order, was up, flat, down',
  ],
  [
    'tells its training in lists',
    { ...manifest, training: { rows: [1] } },
    'the manifest.training.rows must be a number or a text, was [1]',
  ],
]

describe('a model manifest', () => {
  it('is taken as it is when all of it fits', () => {
    expect(parsed(manifest)).toEqual({ ok: true, value: manifest })
  })

  it.each(LIES)('is refused when it %s', (_, value, wrong) => {
    expect(parsed(value)).toEqual(refused(wrong))
  })

  it.each(Object.keys(manifest))('is refused without %s', (name) => {
    const lacking = Object.fromEntries(Object.entries(manifest).filter(([key]) => key !== name))
    expect(parsed(lacking)).toEqual(refused(`the manifest lacks '${name}'`))
  })
})
