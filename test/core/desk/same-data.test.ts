import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sameData } from '../../../src/core/desk/same-data.ts'

describe('data that is made anew each time', () => {
  it('is the same when all of its parts are', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(sameData(value, structuredClone(value))).toBe(true)
      }),
    )
  })

  it('is another when one part is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const alike = JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
        fc.pre(!alike)
        expect(sameData({ part: [one] }, { part: [other] })).toBe(false)
      }),
    )
  })

  it('is the same where nothing is known twice', () => {
    expect(sameData({ age: NaN }, { age: NaN })).toBe(true)
  })

  it.each([
    [{ a: undefined }, { b: undefined }],
    [{ a: 1 }, { a: 1, b: undefined }],
    [[], {}],
    [null, {}],
    [new Map(), new Map()],
  ])('tells %o from %o', (one, other) => {
    expect(sameData(one, other)).toBe(false)
  })
})

/** With the names of objects in one order: theirs says nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, part]) => [name, sorted(part)])
}
