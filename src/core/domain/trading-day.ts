import type { Micros, TradingDay } from './units.ts'
import {
  MICROS_PER_DAY,
  MICROS_PER_HOUR,
  MICROS_PER_MINUTE,
  MICROS_PER_SECOND,
  micros,
} from './units.ts'

/** Stands where no trading day is known yet. */
export const NO_TRADING_DAY = 0 as TradingDay

/** The exchanges' clock: UTC+8 all year, no summer time since 1991. */
export const BEIJING_OFFSET = 8 * MICROS_PER_HOUR

/**
 * Days since 1970-01-01 of the proleptic Gregorian calendar, in whole numbers only.
 * Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
 */
export function epochDayOf(day: TradingDay): number {
  const month = Math.floor(day / 100) % 100
  const year = Math.floor(day / 10_000) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + (day % 100) - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The day that is so many days after 1970-01-01. Source: Hinnant, as above, civil_from_days. */
export function dayOfEpoch(days: number): TradingDay {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return (year * 10_000 + month * 100 + day) as TradingDay
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(epochDay: number): number {
  return (((epochDay + 4) % 7) + 7) % 7
}

/** Whether the integer is a day that exists: 20210229 does not. */
export function isDay(value: number): value is TradingDay {
  if (!Number.isInteger(value) || value < 10_000_101 || value > 99_991_231) return false
  return dayOfEpoch(epochDayOf(value as TradingDay)) === value
}

/** The calendar day in UTC+8. */
export function beijingDay(at: Micros): TradingDay {
  return dayOfEpoch(Math.floor((at + BEIJING_OFFSET) / MICROS_PER_DAY))
}

/** Midnight in UTC+8 with which the day begins. */
export function startOfDay(day: TradingDay): Micros {
  return micros(epochDayOf(day) * MICROS_PER_DAY - BEIJING_OFFSET)
}

/** A time of day in UTC+8; hours above 23 lie on the days after. */
export function beijingTime(day: TradingDay, hour: number, minute = 0, second = 0): Micros {
  return micros(
    startOfDay(day) +
      hour * MICROS_PER_HOUR +
      minute * MICROS_PER_MINUTE +
      second * MICROS_PER_SECOND,
  )
}
