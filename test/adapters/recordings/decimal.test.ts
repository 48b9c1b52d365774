import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCursor } from '../../../src/adapters/recordings/cursor.ts'
import { readCount, readDecimal } from '../../../src/adapters/recordings/decimal.ts'

function read(
  text: string,
  reader: typeof readDecimal = readDecimal,
): { readonly value: number; readonly fault: boolean; readonly stopsAt: number } {
  const cursor = createCursor()
  cursor.bytes = new TextEncoder().encode(`${text},\n`)
  const value = reader(cursor)
  return { value, fault: cursor.fault, stopsAt: cursor.position }
}

const digits = (least: number, most: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.nat({ max: 9 }).map(String), minLength: least, maxLength: most })

describe('reading a decimal from bytes', () => {
  it('gives what Number gives, bit for bit, for decimals of any length', () => {
    const decimal = fc
      .tuple(fc.constantFrom('', '-', '+'), digits(1, 18), fc.option(digits(0, 14)))
      .map(([sign, whole, decimals]) => sign + whole + (decimals === null ? '' : `.${decimals}`))
    fc.assert(
      fc.property(decimal, (text) => {
        expect(read(text)).toEqual({ value: Number(text), fault: false, stopsAt: text.length })
      }),
      { numRuns: 5_000 },
    )
  })

  it('gives what Number gives for doubles as JavaScript writes them', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Object.is(read(String(value)).value, Number(String(value)))).toBe(true)
      }),
    )
  })

  it.each(['', 'nan', 'NaN', 'NAN'])('takes "%s" for an absent number', (text) => {
    expect(read(text)).toEqual({ value: NaN, fault: false, stopsAt: text.length })
  })

  it.each(['abc', '1.2.3', '12 ', '0x10', 'inf', 'Infinity', '1e999', '-', '.', 'nano', '1_000'])(
    'finds a fault in "%s"',
    (text) => expect(read(text).fault).toBe(true),
  )
})

describe('reading a count from bytes', () => {
  it('gives the whole number, however it is written', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 53 - 1 }), fc.constantFrom('', '.', '.0'), (count, end) => {
        const text = `${count}${count < 1e14 ? end : ''}`
        expect(read(text, readCount)).toEqual({ value: count, fault: false, stopsAt: text.length })
      }),
    )
  })

  it.each(['', 'nan'])('gives -1 for "%s"', (text) => {
    expect(read(text, readCount)).toEqual({ value: -1, fault: false, stopsAt: text.length })
  })

  it.each(['-3', '1.5', '9007199254740993', 'x'])('finds a fault in "%s"', (text) =>
    expect(read(text, readCount).fault).toBe(true),
  )
})
