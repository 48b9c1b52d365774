import type { TradingDay } from '../domain/index.ts'

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** The next date of the calendar: the built-in market knows no weekends. */
export function nextDate(day: TradingDay): TradingDay {
  const year = Math.floor(day / 10_000)
  const month = Math.floor(day / 100) % 100
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const last = (DAYS[month - 1] ?? 31) + (leap ? 1 : 0)
  if (day % 100 < last) return (day + 1) as TradingDay
  const next = month === 12 ? (year + 1) * 10_000 + 101 : year * 10_000 + (month + 1) * 100 + 1
  return next as TradingDay
}
