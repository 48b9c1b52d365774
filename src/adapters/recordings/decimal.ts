import type { Cursor } from './cursor.ts'
import { isDelimiter, readText } from './cursor.ts'

/** Digits that fit a 32-bit integer, whatever they are. */
const SMALL_DIGITS = 9
/** Digits that a double holds exactly, whatever they are. */
const EXACT_DIGITS = 15
const POWERS_OF_TEN = Float64Array.from({ length: EXACT_DIGITS + 1 }, (_, power) => 10 ** power)
const LETTER_A = 97
const LETTER_N = 110
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i

/**
 * Reads a decimal number straight from the bytes, bit for bit what `Number(text)` gives: up to
 * fifteen digits are a whole mantissa, a power of ten up to 10^15 is exact too, and IEEE division
 * rounds their quotient correctly (Clinger, How to Read Floating Point Numbers Accurately, 1990).
 * Anything longer or written otherwise goes through `Number`.
 *
 * @returns NaN for an empty cell and for `nan`; any other text, and infinity, is a fault.
 */
export function readDecimal(cursor: Cursor): number {
  const { bytes } = cursor
  const start = cursor.position
  let at = start
  let mantissa = 0
  let digit = bytes[at]! - 48
  while (digit >= 0 && digit <= 9) {
    mantissa = (mantissa * 10 + digit) | 0
    digit = bytes[++at]! - 48
  }
  let digits = at - start
  let decimals = 0
  if (digits > 0 && digit === -2) {
    digit = bytes[++at]! - 48
    while (digit >= 0 && digit <= 9) {
      mantissa = (mantissa * 10 + digit) | 0
      decimals++
      digit = bytes[++at]! - 48
    }
    digits += decimals
  }
  if (digits === 0 || !isDelimiter(digit + 48)) return readWritten(cursor)
  if (digits > SMALL_DIGITS) return readLong(cursor, digits, decimals)
  cursor.position = at
  return decimals === 0 ? mantissa : mantissa / POWERS_OF_TEN[decimals]!
}

/** More digits than an integer register holds: the mantissa grows as a double. */
function readLong(cursor: Cursor, digits: number, decimals: number): number {
  if (digits > EXACT_DIGITS) return readWritten(cursor)
  const { bytes } = cursor
  let at = cursor.position
  let mantissa = 0
  for (let left = digits; left > 0; at++) {
    const digit = bytes[at]! - 48
    if (digit < 0) continue
    mantissa = mantissa * 10 + digit
    left--
  }
  if (!isDelimiter(bytes[at]!)) at++
  cursor.position = at
  return mantissa / POWERS_OF_TEN[decimals]!
}

function readWritten(cursor: Cursor): number {
  const { bytes, position } = cursor
  if (isDelimiter(bytes[position]!)) return NaN
  if (isNan(bytes, position) && isDelimiter(bytes[position + 3]!)) {
    cursor.position = position + 3
    return NaN
  }
  const text = readText(cursor)
  const value = DECIMAL.test(text) ? Number(text) : Infinity
  if (Number.isFinite(value)) return value
  cursor.fault = true
  return NaN
}

/** `nan` in any case: letters differ from their capitals in one bit. */
function isNan(bytes: Uint8Array, at: number): boolean {
  return (
    (bytes[at]! | 32) === LETTER_N &&
    (bytes[at + 1]! | 32) === LETTER_A &&
    (bytes[at + 2]! | 32) === LETTER_N
  )
}

/**
 * Reads a whole number that is not negative, `12` or `12.0`.
 * @returns -1 for an empty cell and for `nan`; anything else is a fault.
 */
export function readCount(cursor: Cursor): number {
  const { bytes } = cursor
  const start = cursor.position
  let at = start
  let count = 0
  let digit = bytes[at]! - 48
  while (digit >= 0 && digit <= 9) {
    count = (count * 10 + digit) | 0
    digit = bytes[++at]! - 48
  }
  const digits = at - start
  if (digits > 0 && digits <= SMALL_DIGITS && isDelimiter(digit + 48)) {
    cursor.position = at
    return count
  }
  const value = readDecimal(cursor)
  if (Number.isNaN(value)) return -1
  if (Number.isSafeInteger(value) && value >= 0) return value
  cursor.fault = true
  return -1
}
