import type { Micros } from '../../core/domain/index.ts'
import { MICROS_PER_MINUTE } from '../../core/domain/index.ts'
import type { Stop, WallClock } from './clock.ts'

/** A wait that is shorter is not worth a timer. */
const SHORTEST = 1
/** Breaks of the session are shortened to this much wall time, in milliseconds. */
const BREAK = 1000

/** Holds a replay to session time, so many times as fast as it was. Waits on absolute times. */
export class Pace {
  readonly #speed: number
  readonly #clock: WallClock
  readonly #stop: Stop
  #session = NaN
  #wall = NaN

  constructor(speed: number, clock: WallClock, stop: Stop) {
    this.#speed = speed
    this.#clock = clock
    this.#stop = stop
  }

  /** Whether it ever waits. */
  get waits(): boolean {
    return this.#speed !== Infinity
  }

  /** The first moment: from here on it is counted. */
  begin(at: Micros): void {
    this.#session = at
    this.#wall = this.#clock.now()
  }

  async reach(at: Micros): Promise<void> {
    const left = this.#dueAt(at) - this.#clock.now()
    if (left >= SHORTEST) await this.#clock.sleep(left, this.#stop)
  }

  /**
   * A stretch without quotes of over a minute, as between two sessions, is passed over in a
   * second. @returns whether this is one.
   */
  skips(from: Micros, until: Micros): boolean {
    if (until - from <= MICROS_PER_MINUTE) return false
    const due = this.#clock.now() + BREAK
    if (this.#dueAt(until) > due) {
      this.#session = until
      this.#wall = due
    }
    return true
  }

  #dueAt(at: Micros): number {
    return this.#wall + (at - this.#session) / 1000 / this.#speed
  }
}
