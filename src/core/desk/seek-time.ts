import type { Micros } from '../domain/index.ts'
import { MICROS_PER_DAY, MICROS_PER_HOUR, MICROS_PER_SECOND } from '../domain/index.ts'

const ZONE = 8 * MICROS_PER_HOUR

/**
 * The next moment at which the exchanges' clocks show a time as a person types it: `14:30`,
 * `14:30:05`, `143005`. Undefined for what is no time of day.
 */
export function seekTime(text: string, now: Micros): Micros | undefined {
  const found = /^(\d{1,2}):?(\d{2})(?::?(\d{2}))?$/.exec(text.trim())
  if (found === null) return undefined
  const [hours, minutes, seconds] = [found[1], found[2], found[3] ?? '0'].map(Number)
  if (hours === undefined || minutes === undefined || seconds === undefined) return undefined
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined
  const ofDay = ((hours * 60 + minutes) * 60 + seconds) * MICROS_PER_SECOND
  const midnight = Math.floor((now + ZONE) / MICROS_PER_DAY) * MICROS_PER_DAY - ZONE
  const today = midnight + ofDay
  return (today > now ? today : today + MICROS_PER_DAY) as Micros
}
