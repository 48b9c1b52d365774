import { BEIJING_OFFSET, MICROS_PER_DAY } from '../domain/index.ts'

/** The mark of a new trading day outranks every step of the clock. */
export const DAY_WEIGHT = 90
const HOUR_WEIGHT = 70
const MINUTE_WEIGHT = 50
const FIRST_WEIGHT = 30

/**
 * Steps of the clock in µs, and the weight of a point that begins one. Each lies evenly in the
 * next: what begins a step begins all that are shorter.
 */
const STEPS: readonly (readonly [number, number])[] = [
  [1_000, 10],
  [100_000, 20],
  [500_000, 25],
  [1_000_000, 30],
  [5_000_000, 35],
  [10_000_000, 40],
  [30_000_000, 45],
  [60_000_000, MINUTE_WEIGHT],
  [300_000_000, 55],
  [600_000_000, 60],
  [1_800_000_000, 65],
  [3_600_000_000, HOUR_WEIGHT],
]

/**
 * How much a point deserves a label: by the largest step of the clock, in the exchanges' zone, that
 * lies between it and the point before. Days are trading days, so that midnight within a night
 * session is an hour like any other.
 *
 * @param before key of the point before; NaN of the first, which begins no day: it is where the
 * chart begins.
 * @param day trading day of a key; alike for all of one day, 0 where it is not known.
 */
export function weightOf(before: number, key: number, day: (key: number) => number): number {
  if (before !== before) return FIRST_WEIGHT
  const dayBefore = day(before)
  // From a day that is not known no new one begins.
  if (dayBefore > 0 && dayBefore !== day(key)) return DAY_WEIGHT
  let begun = 0
  for (const [step, weight] of STEPS) {
    if (stepOf(before, step) === stepOf(key, step)) break
    begun = weight
  }
  return begun
}

/** What stands at a mark: `14:30`, `14:30:05`, or the trading day, `01-20`. */
export function markText(key: number, weight: number, day: (key: number) => number): string {
  if (weight >= DAY_WEIGHT) {
    const known = day(key)
    if (known > 0) return `${two(Math.floor(known / 100) % 100)}-${two(known % 100)}`
  }
  const ofDay = (((key + BEIJING_OFFSET) % MICROS_PER_DAY) + MICROS_PER_DAY) % MICROS_PER_DAY
  const seconds = Math.floor(ofDay / 1_000_000)
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`
  return weight >= MINUTE_WEIGHT ? clock : `${clock}:${two(seconds % 60)}`
}

function stepOf(at: number, step: number): number {
  return Math.floor((at + BEIJING_OFFSET) / step)
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}
