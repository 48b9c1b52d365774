import type { Failure } from '../contracts/errors.ts'
import { explained } from '../contracts/details/index.ts'
import type { CalendarFacts, ClockSpan } from './calendar-facts.ts'
import type { Exchange } from './instrument.ts'
import type { Result } from './result.ts'
import { failed, ok } from './result.ts'
import { dayOfEpoch, epochDayOf, weekdayOf } from './trading-day.ts'
import type { TradingDay } from './units.ts'
import { MICROS_PER_HOUR, MICROS_PER_MINUTE } from './units.ts'

/** Micros after midnight (UTC+8) of the day that the session is written under. */
export interface Span {
  readonly from: number
  readonly until: number
}

export interface SessionTemplate {
  readonly day: readonly Span[]
  readonly night: readonly Span[]
}

/** The facts in the form that answers fast: one byte a day. */
export interface Calendar {
  readonly facts: CalendarFacts
  readonly templates: ReadonlyMap<string, SessionTemplate>
  /** Days since 1970-01-01 of the first day known. */
  readonly firstEpochDay: number
  /** 1 where the exchanges trade, one entry a day, first to last. */
  readonly open: Uint8Array
}

/** @throws RangeError when a day or a time of the facts does not exist: they were not checked. */
export function createCalendar(facts: CalendarFacts): Calendar {
  const firstEpochDay = epochDayOf(facts.first)
  const open = new Uint8Array(epochDayOf(facts.last) - firstEpochDay + 1)
  for (let index = 0; index < open.length; index++) {
    const weekday = weekdayOf(firstEpochDay + index)
    open[index] = weekday === 0 || weekday === 6 ? 0 : 1
  }
  for (const [year, days] of Object.entries(facts.closedWeekdays)) {
    for (const day of days.split(' ')) {
      const closed = Number(year) * 10_000 + Number(day)
      const index = epochDayOf(closed as TradingDay) - firstEpochDay
      if (dayOfEpoch(index + firstEpochDay) !== closed) throw new RangeError(`no day ${closed}`)
      if (index >= 0 && index < open.length) open[index] = 0
    }
  }
  const templates = new Map<string, SessionTemplate>()
  for (const [name, { day, night }] of Object.entries(facts.templates)) {
    templates.set(name, { day: day.map(spanOf), night: night.map(spanOf) })
  }
  return { facts, templates, firstEpochDay, open }
}

/** `21:00` as micros after midnight. @throws RangeError when it is no time. */
export function clockTime(text: string): number {
  const match = /^(\d\d):(\d\d)$/.exec(text)
  if (match === null) throw new RangeError(`no time of day: ${text}`)
  return Number(match[1]) * MICROS_PER_HOUR + Number(match[2]) * MICROS_PER_MINUTE
}

function spanOf([from, until]: ClockSpan): Span {
  return { from: clockTime(from), until: clockTime(until) }
}

/** Whether the exchanges trade on that day. Fails with `calendar.uncovered` outside the list. */
export function isTradingDay(calendar: Calendar, day: TradingDay): Result<boolean, Failure> {
  const open = calendar.open[epochDayOf(day) - calendar.firstEpochDay]
  return open === undefined ? uncovered(calendar, day) : ok(open === 1)
}

/** The first trading day after the given day, itself a trading day or not. */
export function nextTradingDay(calendar: Calendar, day: TradingDay): Result<TradingDay, Failure> {
  return stepped(calendar, day, 1)
}

/** The last trading day before the given day, itself a trading day or not. */
export function previousTradingDay(
  calendar: Calendar,
  day: TradingDay,
): Result<TradingDay, Failure> {
  return stepped(calendar, day, -1)
}

function stepped(calendar: Calendar, day: TradingDay, step: 1 | -1): Result<TradingDay, Failure> {
  const { open, firstEpochDay } = calendar
  let index = epochDayOf(day) - firstEpochDay
  if (open[index] === undefined) return uncovered(calendar, day)
  do index += step
  while (open[index] === 0)
  const found = dayOfEpoch(firstEpochDay + index)
  return open[index] === undefined ? uncovered(calendar, found) : ok(found)
}

/**
 * When the night that belongs to a trading day opens, in micros after midnight of the evening
 * before: `usual` as its template says, a number where it opened late, undefined where there is
 * none. There is none when a public holiday lies between the two trading days (a weekday between
 * them is closed), during a suspension, and on the days that the list of exceptions names.
 */
export function nightOpening(
  calendar: Calendar,
  exchange: Exchange,
  tradingDay: TradingDay,
  previous: TradingDay,
): number | 'usual' | undefined {
  const { exceptions, suspensions } = calendar.facts.night
  for (let day = epochDayOf(previous) + 1; day < epochDayOf(tradingDay); day++) {
    const weekday = weekdayOf(day)
    if (weekday !== 0 && weekday !== 6) return undefined
  }
  for (const { from, until, exchanges } of suspensions) {
    if (tradingDay >= from && tradingDay <= until && exchanges.includes(exchange)) return undefined
  }
  for (const exception of exceptions) {
    if (exception.tradingDay === tradingDay && exception.exchanges.includes(exchange)) {
      return exception.opens === null ? undefined : clockTime(exception.opens)
    }
  }
  return 'usual'
}

function uncovered(
  { facts }: Calendar,
  day: TradingDay,
): { readonly ok: false; readonly error: Failure } {
  const { first, last } = facts
  return failed(explained('calendar.uncovered/outside', { first, last, day }))
}
