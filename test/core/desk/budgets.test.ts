import { expect, it } from 'vitest'
import { isOver } from '../../../src/core/desk/budgets.ts'

it('a frame may take 16.7 ms, a quote 33 ms until it is painted, and nothing measured is no fault', () => {
  expect([16.7, 16.8, NaN].map((millis) => isOver('frameWork', millis))).toEqual([
    false,
    true,
    false,
  ])
  expect([33, 33.1, NaN].map((millis) => isOver('stampToPaint', millis))).toEqual([
    false,
    true,
    false,
  ])
})
