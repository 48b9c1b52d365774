import { expect, it } from 'vitest'
import { thresholdsOf } from '../../../src/core/desk/probability-thresholds.ts'
import { model } from '../../../src/core/strategies/model.ts'

const LABELS = ['down', 'flat', 'up']

it('a probability has a threshold where a parameter is called like its label', () => {
  const parameters = { up: 0.6, down: 0.55, leave: 0.4, lots: 2 }
  expect(thresholdsOf({ labels: LABELS, parameters })).toEqual([
    { output: 0, share: 0.55 },
    { output: 2, share: 0.6 },
  ])
})

it('the shipped strategy with a model has both of its thresholds', () => {
  const usual: Record<string, number | string | boolean> = {}
  for (const [name, facts] of Object.entries(model.parameters)) usual[name] = facts.default
  const found = thresholdsOf({ labels: LABELS, parameters: usual })
  expect(found.map(({ output }) => output)).toEqual([0, 2])
})

it('what is no probability, or comes with every object, is no threshold', () => {
  const parameters = { up: 12, down: 'yes', flat: Number.NaN }
  expect(thresholdsOf({ labels: [...LABELS, 'toString'], parameters })).toEqual([])
})
