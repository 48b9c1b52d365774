import type { Micros } from '../../core/domain/index.ts'
import { MICROS_PER_MILLISECOND } from '../../core/domain/index.ts'
import type { Clock } from '../../core/ports/index.ts'

const NANOS_PER_MICRO = 1000n

/** The machine's own clocks. CLOCK_MONOTONIC counts from the boot, for every process alike. */
export const SYSTEM_CLOCK: Clock = {
  monotonic: () => Number(process.hrtime.bigint() / NANOS_PER_MICRO) as Micros,
  wall: () => (Date.now() * MICROS_PER_MILLISECOND) as Micros,
}
