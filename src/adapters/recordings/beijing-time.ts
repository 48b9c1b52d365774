import type { Micros } from '../../core/domain/index.ts'
import { MICROS_PER_DAY, MICROS_PER_HOUR } from '../../core/domain/index.ts'
import type { Cursor } from './cursor.ts'
import { isDelimiter } from './cursor.ts'
import { readDecimal } from './decimal.ts'

/** China has kept UTC+8 without summer time since 1991. */
const BEIJING_OFFSET = 8 * MICROS_PER_HOUR
const DASH = 45
const COLON = 58
const POINT = 46
/** Microseconds of one unit of a fraction of so many digits. */
const FRACTION_UNITS = [1_000_000, 100_000, 10_000, 1_000, 100, 10, 1]
/** Nanoseconds have nineteen digits from 2001 to 2286. */
const NANOSECOND_DIGITS = 19
const NO_DIGITS = 1_000_000
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Keeps the last date, because rows of one day follow each other. */
export interface DateMemory {
  /** yyyymmdd; 0 at first. */
  date: number
  /** Beijing midnight of it, epoch microseconds UTC. */
  midnight: number
}

export function createDateMemory(): DateMemory {
  return { date: 0, midnight: 0 }
}

/** Reads `2020-08-21` or `20200821` and stops behind it; the memory then holds that day. */
export function readDate(cursor: Cursor, memory: DateMemory): void {
  const { bytes, position } = cursor
  const dashes = bytes[position + 4] === DASH && bytes[position + 7] === DASH ? 1 : 0
  const months = position + 4 + dashes
  const days = months + 2 + dashes
  const year = pair(bytes, position) * 100 + pair(bytes, position + 2)
  const date = (year * 100 + pair(bytes, months)) * 100 + pair(bytes, days)
  if (date !== memory.date) {
    const month = Math.floor(date / 100) % 100
    if (!isDate(year, month, date % 100)) {
      cursor.fault = true
      return
    }
    memory.date = date
    memory.midnight = daysFromCivil(year, month, date % 100) * MICROS_PER_DAY - BEIJING_OFFSET
  }
  cursor.position = days + 2
}

/**
 * Reads `13:37:10`, with a fraction of any length; digits behind the microsecond are dropped.
 * @returns microseconds since midnight.
 */
export function readTime(cursor: Cursor): number {
  const { bytes, position } = cursor
  const hours = pair(bytes, position)
  const minutes = pair(bytes, position + 3)
  const seconds = pair(bytes, position + 6)
  const written = bytes[position + 2] === COLON && bytes[position + 5] === COLON
  if (!(written && hours < 24 && minutes < 60 && seconds < 60)) {
    cursor.fault = true
    return 0
  }
  let at = position + 8
  let fraction = 0
  if (bytes[at] === POINT) {
    let digits = 0
    let digit = bytes[++at]! - 48
    while (digit >= 0 && digit <= 9) {
      if (digits < 6) {
        fraction = fraction * 10 + digit
        digits++
      }
      digit = bytes[++at]! - 48
    }
    fraction *= FRACTION_UNITS[digits]!
  }
  if (!isDelimiter(bytes[at]!)) cursor.fault = true
  cursor.position = at
  return ((hours * 60 + minutes) * 60 + seconds) * 1_000_000 + fraction
}

/**
 * Reads nanoseconds since the epoch, rounded to microseconds half up. Nineteen digits do not fit a
 * double, so the last three are taken apart first.
 * @returns NaN where the cell is empty.
 */
export function readNanoseconds(cursor: Cursor): Micros {
  const { bytes, position } = cursor
  if (!isDelimiter(bytes[position + NANOSECOND_DIGITS]!)) return rounded(cursor)
  const high = eightDigits(bytes, position)
  const low = eightDigits(bytes, position + 8)
  const last = bytes[position + 18]! - 48
  const rest = pair(bytes, position + 16) * 10 + last
  if (high < 0 || low < 0 || last < 0 || last > 9 || rest >= 1_000) return rounded(cursor)
  cursor.position = position + NANOSECOND_DIGITS
  return (high * 100_000_000 + low + (rest >= 500 ? 1 : 0)) as Micros
}

function rounded(cursor: Cursor): Micros {
  return Math.round(readDecimal(cursor) / 1_000) as Micros
}

/** Negative where any of them is no digit. */
function eightDigits(bytes: Uint8Array, start: number): number {
  let value = 0
  let signs = 0
  for (let at = start; at < start + 8; at++) {
    const digit = bytes[at]! - 48
    signs |= digit | (9 - digit)
    value = (value * 10 + digit) | 0
  }
  return signs < 0 ? -1 : value
}

/**
 * Days since 1970-01-01 in the Gregorian calendar, in whole numbers throughout.
 * Source: H. Hinnant, chrono-compatible low-level date algorithms, `days_from_civil`.
 */
export function daysFromCivil(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

function isDate(year: number, month: number, day: number): boolean {
  if (!(year >= 1970 && year <= 9999 && month >= 1 && month <= 12 && day >= 1)) return false
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return day <= MONTH_DAYS[month - 1]! + (month === 2 && leap ? 1 : 0)
}

/** Two digits as a whole number, or one that no part of a date or time can be. */
function pair(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - 48
  const ones = bytes[at + 1]! - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NO_DIGITS
}
