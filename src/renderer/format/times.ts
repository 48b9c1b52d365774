import type { Micros, TradingDay } from '../../core/domain/index.ts'
import { MICROS_PER_DAY, MICROS_PER_HOUR, MICROS_PER_SECOND } from '../../core/domain/index.ts'

/** The exchanges' zone, UTC+8, has no summer time. */
const ZONE = 8 * MICROS_PER_HOUR

/** `14:30:42`, with so many digits of the second behind it; `–` for what is no moment. */
export function clockTime(at: Micros | number, digits: 0 | 1 | 3 | 6 = 0): string {
  if (!Number.isFinite(at) || at <= 0) return '–'
  const ofDay = (((at + ZONE) % MICROS_PER_DAY) + MICROS_PER_DAY) % MICROS_PER_DAY
  const seconds = Math.floor(ofDay / MICROS_PER_SECOND)
  const hours = Math.floor(seconds / 3600)
  const text = `${two(hours)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  if (digits === 0) return text
  const rest = String(Math.floor(ofDay % MICROS_PER_SECOND)).padStart(6, '0')
  return `${text}.${rest.slice(0, digits)}`
}

/** `2020-08-21`, in the exchanges' zone. */
export function date(at: Micros | number): string {
  if (!Number.isFinite(at) || at <= 0) return '–'
  return new Date((at + ZONE) / 1000).toISOString().slice(0, 10)
}

/** `20200821` → `2020-08-21`; `–` before any day is known. */
export function dayText(day: TradingDay): string {
  const text = String(day)
  return text.length === 8 ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : '–'
}

/** `0.4s`, `12s`, `3m`, `2h`, `5d`: how long ago. Columns have room for two digits and a unit. */
export function age(micros: number): string {
  if (!Number.isFinite(micros)) return '–'
  const seconds = Math.max(0, micros) / MICROS_PER_SECOND
  if (seconds < 9.95) return `${seconds.toFixed(1)}s`
  if (seconds < 100) return `${Math.floor(seconds)}s`
  if (seconds < 6_000) return `${Math.floor(seconds / 60)}m`
  return seconds < 172_800 ? `${Math.floor(seconds / 3600)}h` : `${Math.floor(seconds / 86_400)}d`
}

/** Microseconds with one digit, or milliseconds above ten of them. */
export function duration(micros: number): string {
  if (!Number.isFinite(micros)) return '–'
  if (micros < 1_000) return `${micros.toFixed(1)} µs`
  return `${(micros / 1000).toFixed(1)} ms`
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}
