import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  arrow,
  decimal,
  direction,
  large,
  money,
  percent,
  signed,
  signedMoney,
} from '../../../src/renderer/format/index.ts'

describe('a figure', () => {
  it('is grouped by thousands, with a true minus and so many digits', () => {
    expect([decimal(1234567.891, 2), decimal(-1234, 0), decimal(999), decimal(0.005, 2)]).toEqual([
      '1,234,567.89',
      '−1,234',
      '999',
      '0.01',
    ])
  })

  it('is a dash where it is not known', () => {
    expect([decimal(NaN), signed(Infinity, 2), money(NaN), percent(NaN)]).toEqual([
      '–',
      '–',
      '–',
      '–',
    ])
  })

  it('has no sign at zero, and none that rounding made zero', () => {
    expect([signed(0), signed(-0), signed(0.004, 2), signed(-0.004, 2), decimal(-0.4)]).toEqual([
      '0',
      '0',
      '0.00',
      '0.00',
      '0',
    ])
  })

  it('says its sign on both sides of zero', () => {
    expect([signed(5), signed(-5), signedMoney(-320685), signedMoney(1)]).toEqual([
      '+5',
      '−5',
      '−3,206.85',
      '+0.01',
    ])
  })

  it('is shortened by the habits of its language', () => {
    expect([
      large(30_015_000_000, 'en'),
      large(30_015_000_000, 'zh'),
      large(115_447, 'en'),
      large(115_447, 'zh'),
      large(2_340_000, 'en'),
      large(9_999, 'zh'),
    ]).toEqual(['30.02B', '300.15亿', '115k', '11.5万', '2.34M', '9,999'])
  })

  it('reads back as what it was, rounded', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        fc.integer({ min: 0, max: 6 }),
        (value, places) => {
          const read = Number(decimal(value, places).replaceAll(',', '').replace('−', '-'))
          expect(Math.abs(read - value)).toBeLessThanOrEqual(0.5 * 10 ** -places + 1e-6)
        },
      ),
    )
  })

  it('points and is coloured the way it goes', () => {
    expect([1, -1, 0].map((value) => [direction(value), arrow(value)])).toEqual([
      ['up', '▲'],
      ['down', '▼'],
      ['', ''],
    ])
  })
})
