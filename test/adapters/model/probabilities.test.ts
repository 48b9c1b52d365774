import { describe, expect, it } from 'vitest'
import { probabilitiesOf } from '../../../src/adapters/model/probabilities.ts'
import { DIRECTION_LABELS } from '../../../src/core/ports/index.ts'

function answered(output: unknown): unknown {
  return probabilitiesOf(output, DIRECTION_LABELS, 'small')
}

function unusable(what: string): unknown {
  const message =
    `the model small cannot be used: ${what}, must be from 0 to 1 and add up to 1; ` +
    'check its last layer and what it is given'
  return { ok: false, error: { code: 'model.output', message } }
}

describe('the answer of a network', () => {
  it('is one probability a label', () => {
    const halves = new Float32Array([0.25, 0.5, 0.25])
    expect(answered(halves)).toEqual({ ok: true, value: [0.25, 0.5, 0.25] })
  })

  it('may miss 1 by what 32 bits round', () => {
    expect(answered(new Float32Array([0.25, 0.5, 0.2505]))).toMatchObject({ ok: true })
  })

  it.each([
    ['not a number', [0.5, NaN, 0.5], 'the probability of flat was NaN'],
    ['below 0', [-0.5, 1, 0.5], 'the probability of down was -0.5'],
    ['above 1', [0, 0, 1.5], 'the probability of up was 1.5'],
    ['without end', [Infinity, 0, 0], 'the probability of down was Infinity'],
    ['no shares of a whole', [0.5, 0.5, 0.5], 'the probabilities add up to 1.5'],
    ['too few', [0.5, 0.5], 'its answer is not 3 numbers of 32 bits'],
  ])('is not used when it is %s', (_, output, what) => {
    expect(answered(new Float32Array(output))).toEqual(unusable(what))
  })

  it('is not used when there is none, or of another kind', () => {
    const what = 'its answer is not 3 numbers of 32 bits'
    expect([answered(undefined), answered(new Float64Array([0, 0, 1]))]).toEqual([
      unusable(what),
      unusable(what),
    ])
  })
})
