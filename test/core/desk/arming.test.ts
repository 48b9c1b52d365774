import { expect, it } from 'vitest'
import { MODES } from '../../../src/core/contracts/index.ts'
import { armsByClick } from '../../../src/core/desk/arming.ts'

it('arms by a click with paper money alone, and not before the mode is known', () => {
  expect([...MODES, undefined].filter(armsByClick)).toEqual(['simulated', 'paper'])
})
