import type { Micros } from '../domain/index.ts'

/** Time, as a process sees it; a test brings its own. */
export interface Clock {
  /** Never runs backward, and is the same for all processes of one machine. */
  monotonic(): Micros
  /** The date. It may jump. */
  wall(): Micros
}
