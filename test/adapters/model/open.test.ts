import { rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openOnnxModel } from '../../../src/adapters/model/index.ts'
import { modelOf, sha256, UNTAUGHT, emptyFolder, written } from './model-folder.ts'

const honest = modelOf(UNTAUGHT)
const { manifest, bytes } = honest

/** The failure of opening a model; its folder is called `models` in the message. */
async function refusal(path: string): Promise<unknown> {
  const opened = await openOnnxModel(path)
  if (opened.ok) throw new Error('the model was opened')
  const { code, message } = opened.error
  return [code, message.replaceAll(dirname(path), 'models')]
}

function shown(sentence: RegExp): unknown {
  return expect.stringMatching(sentence)
}

describe('opening a model', () => {
  it('gives a model that tells its manifest', async () => {
    const opened = await openOnnxModel(written(honest))
    expect(opened.ok && opened.value.manifest).toEqual(manifest)
  })

  it('says which manifest is not there', async () => {
    expect(await refusal(join(emptyFolder(), 'none.json'))).toEqual([
      'model.missing',
      shown(/^models\/none\.json, the manifest of a model, cannot be read \(ENOENT.*put the file/),
    ])
  })

  it('says where a manifest is no JSON', async () => {
    const path = written(honest)
    writeFileSync(path, '{ "format": 1, "name": ')
    expect(await refusal(path)).toEqual([
      'model.manifest',
      shown(/^models\/small\.json is no JSON \(Unexpected end of JSON input\): put the manifest/),
    ])
  })

  it('says that a manifest with NaN is no JSON', async () => {
    const path = written(honest)
    writeFileSync(path, JSON.stringify(manifest).replace('"mean":[0', '"mean":[NaN'))
    expect(await refusal(path)).toEqual([
      'model.manifest',
      shown(/^models\/small\.json is no JSON \(.*N/),
    ])
  })

  it('says which field of a manifest is wrong', async () => {
    expect(await refusal(written({ bytes, manifest: { ...manifest, name: '' } }))).toEqual([
      'model.manifest',
      'models/small.json: the manifest.name must be a text, not empty, was ""; ' +
        'mend it, or make the model again: npm run train',
    ])
  })

  it('says which file the manifest names and is not there', async () => {
    const path = written(honest)
    rmSync(join(dirname(path), 'small.onnx'))
    expect(await refusal(path)).toEqual([
      'model.missing',
      shown(/^models\/small\.onnx, named as file in models\/small\.json, cannot be read/),
    ])
  })

  it('refuses a file that is not the one the manifest was written for', async () => {
    const other = bytes.with(100, bytes[100]! ^ 1)
    expect(await refusal(written({ bytes: other, manifest }))).toEqual([
      'model.hash',
      `models/small.onnx has the sha256 ${sha256(other)}, models/small.json says ` +
        `${manifest.sha256}: one of the two was changed; put both back as they came, ` +
        'or make them again: npm run train',
    ])
  })

  it.each([
    ['is no ONNX', new TextEncoder().encode('bid,ask\n1,2\n')],
    ['is cut off', bytes.slice(0, bytes.length - 40)],
    ['is empty', new Uint8Array(0)],
  ])('refuses a file that %s, though its hash is right', async (_, wrong) => {
    const lying = { ...manifest, sha256: sha256(wrong) }
    expect(await refusal(written({ bytes: wrong, manifest: lying }))).toEqual([
      'model.unreadable',
      shown(/^models\/small\.onnx is no ONNX model that can be run here \(.*\): export it anew$/s),
    ])
  })

  it('refuses a network of another width than the manifest tells', async () => {
    const wide = modelOf(UNTAUGHT, ['spread', 'top_imbalance', 'momentum_16'])
    const lying = { ...wide.manifest, input: { name: 'features', shape: [1, 3] as const } }
    expect(await refusal(written({ bytes, manifest: lying }))).toEqual([
      'model.shape',
      "models/small.onnx: the manifest's input.shape is [1, 3], the network's is [1, 4]; " +
        'mend the manifest, or export the model anew',
    ])
  })

  it('refuses a network whose answer is no probability', async () => {
    const poisoned = UNTAUGHT.map((layer) => ({ ...layer, biases: layer.biases.map(() => NaN) }))
    expect(await refusal(written(modelOf(poisoned)))).toEqual([
      'model.output',
      'the model small cannot be used: the probability of down was NaN, must be from 0 to 1 ' +
        'and add up to 1; check its last layer and what it is given',
    ])
  })
})
