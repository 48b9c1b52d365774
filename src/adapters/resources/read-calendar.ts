import type { Failure } from '../../core/contracts/index.ts'
import { explained } from '../../core/contracts/index.ts'
import type { Calendar, CalendarFacts, Result } from '../../core/domain/index.ts'
import { createCalendar, failed, isDay, ok } from '../../core/domain/index.ts'
import { clock, day, exchange } from './day-checks.ts'
import { readJson } from './read-json.ts'
import { listOf, mapOf, object, oneOf, pairOf, text, where } from './shape.ts'

const spans = listOf(pairOf(clock))
const flag = where((value) => typeof value === 'boolean', 'flag')

const file = object({
  format: oneOf([1]),
  about: text,
  compiled: text,
  sources: mapOf(text),
  first: day,
  last: day,
  templates: mapOf(object({ day: spans, night: spans, source: text })),
  auction: object({
    minutes: where((value) => Number.isSafeInteger(value) && Number(value) > 0, 'minutes'),
    source: text,
    approximate: flag,
  }),
  night: object({
    rule: text,
    source: text,
    exceptions: listOf(
      object({
        tradingDay: day,
        exchanges: listOf(exchange, 1),
        opens: (value, at) => (value === null ? undefined : clock(value, at)),
        what: text,
        source: text,
      }),
    ),
    suspensions: listOf(
      object({ from: day, until: day, exchanges: listOf(exchange, 1), source: text }),
    ),
  }),
  closedWeekdays: mapOf(text),
})

/** Fails with `calendar.incomplete`, naming the member that is wrong. */
export function parseCalendar(value: unknown, path: string): Result<Calendar, Failure> {
  const fault = file(value, 'the file') ?? inconsistent(value as CalendarFacts)
  if (fault === undefined) return ok(createCalendar(value as CalendarFacts))
  return failed(explained('calendar.incomplete/file', { path, fault }))
}

/**
 * The calendar of `resources/calendar.json`. Fails with `config.file` where the file cannot be read
 * or is no JSON, with `calendar.incomplete` where its content is not what it must be.
 */
export function readCalendar(path: string): Result<Calendar, Failure> {
  const read = readJson(path)
  return read.ok ? parseCalendar(read.value, path) : read
}

function inconsistent(facts: CalendarFacts): string | undefined {
  const { first, last, closedWeekdays, templates } = facts
  if (first > last) return explained('calendar.incomplete/reversed', { first, last }).message
  for (let year = Math.floor(first / 10_000); year <= Math.floor(last / 10_000); year++) {
    if (!(year in closedWeekdays)) return explained('calendar.incomplete/year', { year }).message
  }
  for (const [year, days] of Object.entries(closedWeekdays)) {
    const unreal = days.split(' ').find((text) => !isDay(Number(year) * 10_000 + Number(text)))
    if (unreal !== undefined) {
      return explained('calendar.incomplete/no-day', { year, text: unreal }).message
    }
  }
  for (const [name, { day: dayspans, night }] of Object.entries(templates)) {
    for (const part of [dayspans, night]) {
      const times = part.flat()
      const disordered = times.some((time, index) => index > 0 && time <= (times[index - 1] ?? ''))
      if (disordered) return explained('calendar.incomplete/times', { template: name }).message
    }
  }
  return undefined
}
