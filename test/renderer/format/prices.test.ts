import { expect, it } from 'vitest'
import type { Ticks } from '../../../src/core/domain/index.ts'
import { decimalsOf, priceFormat } from '../../../src/renderer/format/index.ts'
import { instrumentFixture } from '../../core/instrument-fixture.ts'

const tick = (tickUnits: number, tickScale: number) =>
  instrumentFixture({ tickUnits, tickScale, tickSize: tickUnits / tickScale })

it('takes its decimals from the tick', () => {
  expect([tick(10, 1), tick(2, 100), tick(2, 10), tick(5, 1000)].map(decimalsOf)).toEqual([
    0, 2, 1, 3,
  ])
})

it('shows prices, ticks, and averages with one digit more', () => {
  const gold = priceFormat(tick(2, 100))
  expect([gold.price(418.08), gold.ticks(20904 as Ticks), gold.average(418.0833)]).toEqual([
    '418.08',
    '418.08',
    '418.083',
  ])
})

it('is a dash for no price', () => {
  expect(priceFormat(tick(10, 1)).price(NaN)).toBe('–')
})

it('is made once for an instrument', () => {
  const copper = tick(10, 1)
  expect(priceFormat(copper)).toBe(priceFormat(copper))
})
