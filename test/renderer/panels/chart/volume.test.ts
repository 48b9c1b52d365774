import { expect, it } from 'vitest'
import type { ChartBar } from '../../../../src/core/desk/chart-bars.ts'
import { columnsOfBars } from '../../../../src/renderer/panels/chart/paint/volume.ts'

const bar = (volume: number, bought: number): ChartBar => {
  const prices = { open: 1, high: 2, low: 1, close: 2 }
  const split = { volume, bought, sold: volume - bought }
  return { at: 0, day: 0, ...prices, openInterest: 0, ...split }
}

it('lots of bars are split where their ticks are known; of others no side is told', () => {
  const bars = [bar(7, NaN), bar(7, 5), bar(NaN, NaN)]
  expect(columnsOfBars({ first: 0, last: 2 }, bars)).toEqual([
    { from: -0.5, to: 0.5, bought: 0, sold: 0, unsplit: 7 },
    { from: 0.5, to: 1.5, bought: 5, sold: 2, unsplit: 0 },
    { from: 1.5, to: 2.5, bought: 0, sold: 0, unsplit: 0 },
  ])
})
