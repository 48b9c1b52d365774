import type { Micros } from '../../src/core/domain/index.ts'
import { MICROS_PER_MILLISECOND, MICROS_PER_SECOND } from '../../src/core/domain/index.ts'
import type { Clock } from '../../src/core/ports/index.ts'

/** The market goes on in steps of this much session time. */
export const STEP = 50 * MICROS_PER_MILLISECOND
/** A machine that slept, or stood still for so long, goes on where it was: no market is made up. */
const MOST_BEHIND = 2 * MICROS_PER_SECOND

/** Session time of a market that trades in real time: monotonic from where it began. */
export class SessionClock {
  readonly #clock: Clock
  /** Session time less monotonic time. */
  #offset: number
  #last: number
  #asleep = false

  constructor(startAt: Micros, clock: Clock) {
    this.#clock = clock
    this.#last = startAt
    this.#offset = startAt - clock.monotonic()
  }

  /** Never runs backward. */
  now(): Micros {
    if (!this.#asleep) this.#go()
    return this.#last as Micros
  }

  /** Stands still from now on. */
  sleep(): void {
    this.now()
    this.#asleep = true
  }

  wake(): void {
    if (!this.#asleep) return
    this.#asleep = false
    this.#offset = this.#last - this.#clock.monotonic()
  }

  #go(): void {
    const monotonic = this.#clock.monotonic()
    const due = monotonic + this.#offset
    if (due - this.#last > MOST_BEHIND) {
      this.#last += STEP
      this.#offset = this.#last - monotonic
    } else if (due > this.#last) this.#last = due
  }
}
