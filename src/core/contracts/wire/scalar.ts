import type { Slot, Wire } from './shape.ts'
import { WrongShape } from './shape.ts'

/** Ids and typed words of a command may have this many characters. */
export const TEXT_LIMIT = 64

function scalar<Value extends Slot>(expected: string, test: (value: unknown) => boolean) {
  const same = (value: Slot): Slot => {
    if (!test(value)) throw new WrongShape(expected, value)
    return value
  }
  return { about: expected, write: same, read: same } as unknown as Wire<Value>
}

const WHOLE = scalar<number>('a whole number', Number.isSafeInteger)
const NATURAL = scalar<number>(
  'a whole number from 0 on',
  (value) => Number.isSafeInteger(value) && (value as number) >= 0,
)
const POSITIVE = scalar<number>(
  'a whole number above 0',
  (value) => Number.isSafeInteger(value) && (value as number) > 0,
)
const FINITE = scalar<number>('a finite number', Number.isFinite)
const TEXT = scalar<string>('a text', (value) => typeof value === 'string')
const SHORT_TEXT = scalar<string>(
  `a text of at most ${TEXT_LIMIT} characters`,
  (value) => typeof value === 'string' && value.length <= TEXT_LIMIT,
)
const FLAG = scalar<boolean>('true or false', (value) => typeof value === 'boolean')

/** A whole number that a double holds exactly; −0 arrives as 0. */
export const whole = <Value extends number>(): Wire<Value> => WHOLE as unknown as Wire<Value>
/** A whole number, not negative. */
export const natural = <Value extends number>(): Wire<Value> => NATURAL as unknown as Wire<Value>
/** A whole number above zero. */
export const positive = <Value extends number>(): Wire<Value> => POSITIVE as unknown as Wire<Value>
/** Any number but NaN and the infinities. */
export const finite = <Value extends number>(): Wire<Value> => FINITE as unknown as Wire<Value>
/** A text of any length. */
export const text = <Value extends string>(): Wire<Value> => TEXT as unknown as Wire<Value>
/** A text of at most 64 characters: every id that comes from outside. */
export const shortText = <Value extends string>(): Wire<Value> =>
  SHORT_TEXT as unknown as Wire<Value>
export const flag = (): Wire<boolean> => FLAG

/** What a person typed: cut to 64 characters when written, so that a halt never fails for words. */
export const words = (): Wire<string> => WORDS
const WORDS: Wire<string> = {
  about: `a text, cut to ${TEXT_LIMIT} characters`,
  write: (value) => (TEXT.write(value) as string).slice(0, TEXT_LIMIT),
  read: (slot) => SHORT_TEXT.read(slot),
}

/** Any double. NaN, which stands for "absent", travels as nil: one byte instead of nine. */
export const number = <Value extends number>(): Wire<Value> =>
  absentAsNil(NUMBER) as unknown as Wire<Value>
const NUMBER = scalar<number>('a number', (value) => typeof value === 'number')

/** A whole number of ticks, or NaN (as nil) where there is no price. */
export const ticks = <Value extends number>(): Wire<Value> =>
  absentAsNil(WHOLE) as unknown as Wire<Value>

/** A bound: finite, or NaN (as nil), which refuses everything. An infinite bound is none. */
export const bound = <Value extends number>(): Wire<Value> =>
  absentAsNil(FINITE) as unknown as Wire<Value>

function absentAsNil(wire: Wire<number>): Wire<number> {
  return {
    about: `${wire.about}, or nil`,
    write: (value) => (Number.isNaN(value) ? null : wire.write(value)),
    read: (slot) => (slot === null ? NaN : wire.read(slot)),
  }
}

/** A value or undefined, which travels as nil. */
export function optional<Value>(wire: Wire<Value>): Wire<Value | undefined> {
  return {
    about: `${wire.about}, or nil`,
    write: (value) => (value === undefined ? null : wire.write(value)),
    read: (slot) => (slot === null ? undefined : wire.read(slot)),
  }
}

/** One of a list of names, as its index. Such a list may only ever grow at its end. */
export function choice<Name extends string>(names: readonly Name[]): Wire<Name> {
  const expected = `one of ${names.join(', ')}`
  return {
    about: `the index of ${names.map((name, index) => `${index} ${name}`).join(', ')}`,
    write: (value) => {
      const index = names.indexOf(value)
      if (index < 0) throw new WrongShape(expected, value)
      return index
    },
    read: (slot) => {
      const name = typeof slot === 'number' ? names[slot] : undefined
      if (name === undefined) throw new WrongShape(`${expected}, as its index`, slot)
      return name
    },
  }
}
