import type { Micros } from '../domain/index.ts'
import { MICROS_PER_DAY, MICROS_PER_HOUR, MICROS_PER_SECOND } from '../domain/index.ts'

const ZONE = 8 * MICROS_PER_HOUR
const TYPED = /^(?:(\d{1,2})-(\d{1,2})\s+)?(\d{1,2}):?(\d{2})(?::?(\d{2}))?$/
const DAYS_OF_YEAR = 366

/**
 * The moment at which the exchanges' clocks show a time as a person types it: `14:30`, `14:30:05`,
 * `143005`, with its day `01-06 09:30`. Without a day it is the next such moment, but for one that
 * this run has shown already: that is handed back as it was, so that nobody who wants to go back
 * goes on by a day.
 *
 * @param from where the run began.
 * @returns undefined for what is no time.
 */
export function seekTime(text: string, now: Micros, from: Micros): Micros | undefined {
  const found = TYPED.exec(text.trim())
  if (found === null) return undefined
  const [month = NaN, day = NaN, hours = 0, minutes = 0, seconds = 0] = found
    .slice(1)
    .map((digits) => (digits === undefined ? undefined : Number(digits)))
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined
  const ofDay = ((hours * 60 + minutes) * 60 + seconds) * MICROS_PER_SECOND
  const midnight = Math.floor((now + ZONE) / MICROS_PER_DAY) * MICROS_PER_DAY - ZONE
  if (!Number.isNaN(month)) {
    const first = dayFrom(Math.floor((from + ZONE) / MICROS_PER_DAY), month, day)
    return first === undefined ? undefined : ((first * MICROS_PER_DAY - ZONE + ofDay) as Micros)
  }
  const today = midnight + ofDay
  return (today > now || today >= from ? today : today + MICROS_PER_DAY) as Micros
}

/** @returns the first day from `first` on of a month and a day; days since 1970. */
function dayFrom(first: number, month: number, day: number): number | undefined {
  for (let days = first; days <= first + DAYS_OF_YEAR; days++) {
    const date = new Date((days * MICROS_PER_DAY) / 1000)
    if (date.getUTCMonth() + 1 === month && date.getUTCDate() === day) return days
  }
  return undefined
}
