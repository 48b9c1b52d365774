import { describe, expect, it } from 'vitest'
import { fen, lots, micros, price, yuan } from '../../../src/core/domain/index.ts'

const BAD = [NaN, Infinity, -Infinity]
const FRACTIONS = [0.5, 2 ** 53, ...BAD]

describe('units', () => {
  it.each(FRACTIONS)('micros and lots are whole: %s is refused', (value) => {
    expect(() => micros(value)).toThrow(`micros must be a whole number, was ${value}`)
    expect(() => lots(value)).toThrow(`lots must be a whole number, was ${value}`)
  })

  it.each(BAD)('prices and money are finite: %s is refused', (value) => {
    expect(() => price(value)).toThrow(`price must be finite, was ${value}`)
    expect(() => fen(value)).toThrow(`money must be finite, was ${value}`)
  })

  it('keep the value that fits', () => {
    expect([micros(1_598_000_000_000_001), lots(-3), price(0.05)]).toEqual([
      1_598_000_000_000_001, -3, 0.05,
    ])
  })

  it.each([
    [0.5, 1],
    [-0.5, -1],
    [1.4999, 1],
    [-1.4999, -1],
    [2.5, 3],
    [-2.5, -3],
    [0, 0],
    [-0, 0],
    [-0.2, 0],
  ])('round %d to %d fen, half away from zero and never to a negative nothing', (value, whole) => {
    expect(fen(value)).toBe(whole)
  })

  it('show fen as yuan', () => {
    expect(yuan(fen(123_456))).toBe(1_234.56)
  })
})
