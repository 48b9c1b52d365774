import { performance } from 'node:perf_hooks'
import type { Micros } from '../../core/domain/index.ts'
import { MICROS_PER_MILLISECOND } from '../../core/domain/index.ts'
import type { Clock } from '../../core/ports/index.ts'

const NANOS_PER_MICRO = 1000
/** The first calls are slow, so that the two clocks would be read a millisecond apart. */
const READINGS = 20

/**
 * The machine's own clocks. CLOCK_MONOTONIC counts from the boot, for every process alike; it is
 * read as what has passed since this process began, which takes a fifth of the time of `hrtime`.
 */
export const SYSTEM_CLOCK: Clock = {
  monotonic: () => Math.floor(performance.now() * MICROS_PER_MILLISECOND + BEGAN) as Micros,
  wall: () => (Date.now() * MICROS_PER_MILLISECOND) as Micros,
}

/**
 * When `performance` began to count, in µs of CLOCK_MONOTONIC, by the quickest pair of readings.
 */
const BEGAN = began()

function began(): number {
  let [quickest, offset] = [Infinity, 0]
  for (let reading = 0; reading < READINGS; reading++) {
    const before = process.hrtime.bigint()
    const since = performance.now()
    const took = Number(process.hrtime.bigint() - before)
    if (took >= quickest) continue
    quickest = took
    offset = (Number(before) + took / 2) / NANOS_PER_MICRO - since * MICROS_PER_MILLISECOND
  }
  return offset
}
