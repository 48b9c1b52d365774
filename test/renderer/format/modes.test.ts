import { expect, it } from 'vitest'
import { MODES } from '../../../src/core/contracts/index.ts'
import { MODE_SIGNS, isHandless } from '../../../src/renderer/format/index.ts'

it('every mode has a sign of its own', () => {
  expect(new Set(MODES.map((mode) => MODE_SIGNS[mode])).size).toBe(MODES.length)
})

it('only a replay and a monitor are known to take nothing of a hand', () => {
  expect(MODES.filter(isHandless).toSorted()).toEqual(['monitor', 'replay'])
  expect(isHandless(undefined)).toBe(false)
})
