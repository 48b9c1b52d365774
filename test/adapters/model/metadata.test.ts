import { describe, expect, it } from 'vitest'
import type { Metadata } from '../../../src/adapters/model/metadata.ts'
import { metadataFailure } from '../../../src/adapters/model/metadata.ts'
import { modelOf, UNTAUGHT } from './model-folder.ts'

const files = { ...modelOf(UNTAUGHT), path: 'small.onnx' }

type Value = Metadata['inputMetadata'][number]

const row = (name: string, shape: readonly (number | string)[]): Value => ({
  name,
  isTensor: true,
  type: 'float32',
  shape,
})
const input = row('features', [1, 4])
const output = row('probabilities', [1, 3])

function wrongWith(inputs: readonly Value[], outputs: readonly Value[]): string | undefined {
  const wrong = metadataFailure({ inputMetadata: inputs, outputMetadata: outputs }, files)
  return wrong?.message
}

function told(what: string): string {
  return `small.onnx: ${what}; mend the manifest, or export the model anew`
}

describe('what a network says of itself', () => {
  it('may leave open how many rows it takes at once', () => {
    expect(wrongWith([row('features', ['N', 4])], [row('probabilities', ['N', 3])])).toBeUndefined()
  })

  it.each<[title: string, inputs: Value[], outputs: Value[], what: string]>([
    [
      'two inputs',
      [input, input],
      [output],
      'the network has 2 inputs (features, features), must have one',
    ],
    ['no output', [input], [], 'the network has 0 outputs (), must have one'],
    [
      'another input',
      [row('x', [1, 4])],
      [output],
      "the manifest's input.name is features, the network calls it x",
    ],
    [
      'another output',
      [input],
      [row('y', [1, 3])],
      "the manifest's output.name is probabilities, the network calls it y",
    ],
    [
      'a list as output',
      [input],
      [{ name: 'probabilities', isTensor: false }],
      "the network's output is no tensor",
    ],
    [
      'double precision',
      [{ name: 'features', isTensor: true, type: 'float64', shape: [1, 4] }],
      [output],
      "the network's input is float64, must be float32",
    ],
    [
      'two rows',
      [row('features', [2, 4])],
      [output],
      "the manifest's input.shape is [1, 4], the network's is [2, 4]",
    ],
    [
      'a flat output',
      [input],
      [row('probabilities', [3])],
      "the manifest's output.shape is [1, 3], the network's is [3]",
    ],
    [
      'an open width',
      [row('features', [1, 'N'])],
      [output],
      "the manifest's input.shape is [1, 4], the network's is [1, N]",
    ],
  ])('is refused with %s', (_, inputs, outputs, what) => {
    expect(wrongWith(inputs, outputs)).toBe(told(what))
  })
})
