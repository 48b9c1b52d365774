import type { Failure } from '../contracts/errors.ts'
import type { Calendar } from './calendar.ts'
import { isTradingDay, nextTradingDay, previousTradingDay } from './calendar.ts'
import type { ExpiryRule } from './product-facts.ts'
import type { Result } from './result.ts'
import { dayOfEpoch, epochDayOf, weekdayOf } from './trading-day.ts'
import type { TradingDay } from './units.ts'

const FRIDAY = 5

/**
 * The last trading day of a contract by its exchange's rule. Exchanges move single ones by notice
 * (mostly around the Spring Festival), which no rule tells.
 *
 * @param contract delivery month as yyyymm.
 * @returns `calendar.uncovered` where the calendar does not reach that month.
 */
export function lastTradingDay(
  rule: ExpiryRule,
  contract: number,
  calendar: Calendar,
): Result<TradingDay, Failure> {
  const first = (contract * 100 + 1) as TradingDay
  switch (rule) {
    case 'day-15':
      return onOrAfter((contract * 100 + 15) as TradingDay, calendar)
    case 'second-friday':
      return onOrAfter(friday(first, 2), calendar)
    case 'third-friday':
      return onOrAfter(friday(first, 3), calendar)
    case 'trading-day-5':
      return stepped(dayOfEpoch(epochDayOf(first) - 1), 5, nextTradingDay, calendar)
    case 'trading-day-10':
      return stepped(dayOfEpoch(epochDayOf(first) - 1), 10, nextTradingDay, calendar)
    case 'fourth-last-trading-day':
      return stepped(firstOfNextMonth(contract), 4, previousTradingDay, calendar)
    case 'last-trading-day-of-month-before':
      return previousTradingDay(calendar, first)
  }
}

function onOrAfter(day: TradingDay, calendar: Calendar): Result<TradingDay, Failure> {
  const open = isTradingDay(calendar, day)
  if (!open.ok) return open
  return open.value ? { ok: true, value: day } : nextTradingDay(calendar, day)
}

function friday(firstOfMonth: TradingDay, count: number): TradingDay {
  const first = epochDayOf(firstOfMonth)
  return dayOfEpoch(first + ((FRIDAY - weekdayOf(first) + 7) % 7) + (count - 1) * 7)
}

function stepped(
  start: TradingDay,
  count: number,
  step: (calendar: Calendar, day: TradingDay) => Result<TradingDay, Failure>,
  calendar: Calendar,
): Result<TradingDay, Failure> {
  let reached = step(calendar, start)
  for (let taken = 1; taken < count && reached.ok; taken++) reached = step(calendar, reached.value)
  return reached
}

function firstOfNextMonth(contract: number): TradingDay {
  const next = contract % 100 === 12 ? contract + 89 : contract + 1
  return (next * 100 + 1) as TradingDay
}
