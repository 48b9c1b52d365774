import * as fc from 'fast-check'
import type { Arbitrary } from 'fast-check'

/** A value of every field: the arbitraries of an object, keyed by its fields. */
export type Fields<Value> = { readonly [Field in keyof Value]-?: Arbitrary<Value[Field]> }

export function object<Value extends object>(fields: Fields<Value>): Arbitrary<Value> {
  return fc.record(fields) as Arbitrary<Value>
}

export const whole = <Value extends number>(min = -(2 ** 31), max = 2 ** 31): Arbitrary<Value> =>
  fc.integer({ min, max }) as unknown as Arbitrary<Value>

export const id = <Value extends number>(): Arbitrary<Value> => whole<Value>(0, 300)

export const stamp = <Value extends number>(): Arbitrary<Value> =>
  fc.maxSafeInteger() as unknown as Arbitrary<Value>

/** Any double but −0, which arrives as 0. */
export const number = <Value extends number>(): Arbitrary<Value> =>
  fc.double().map((value) => value + 0) as unknown as Arbitrary<Value>

export const finite = <Value extends number>(): Arbitrary<Value> =>
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .map((value) => value + 0) as unknown as Arbitrary<Value>

export const ticks = <Value extends number>(): Arbitrary<Value> =>
  fc.oneof(whole(), fc.constant(NaN)) as unknown as Arbitrary<Value>

export const text = <Value extends string>(): Arbitrary<Value> =>
  fc.string({ unit: 'grapheme', maxLength: 90 }) as unknown as Arbitrary<Value>

/** What a command may carry: 64 characters, counted as JavaScript counts them. */
export const shortText = <Value extends string>(): Arbitrary<Value> =>
  fc.string({ unit: 'grapheme-ascii', maxLength: 64 }) as unknown as Arbitrary<Value>

export const among = <Value>(values: readonly Value[]): Arbitrary<Value> =>
  fc.constantFrom(...values)

export const list = <Value>(values: Arbitrary<Value>): Arbitrary<Value[]> =>
  fc.array(values, { maxLength: 4 })

export const is = <Value extends string>(kind: Value): Arbitrary<Value> => fc.constant(kind)
