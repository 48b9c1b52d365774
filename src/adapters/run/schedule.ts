import type { Micros } from '../../core/domain/index.ts'
import { MICROS_PER_MINUTE } from '../../core/domain/index.ts'

/** Breaks of the session are shortened to this much wall time, in milliseconds. */
const BREAK = 1000

/** When each moment of a replay is due on the wall, so many times as fast as it was. */
export class Schedule {
  readonly #speed: number
  readonly #now: () => number
  #session = NaN
  #wall = NaN

  /** @param now wall time in milliseconds that never runs backward. */
  constructor(speed: number, now: () => number) {
    this.#speed = speed
    this.#now = now
  }

  /** Whether anything is ever early. */
  get waits(): boolean {
    return this.#speed !== Infinity
  }

  /** The first moment: from here on it is counted. */
  begin(at: Micros): void {
    this.#session = at
    this.#wall = this.#now()
  }

  /** Milliseconds until a moment is due; below 0 for how late it is. */
  left(at: Micros): number {
    return this.#dueAt(at) - this.#now()
  }

  /**
   * A stretch without quotes of over a minute, as between two sessions, is passed over in a
   * second. @returns whether this is one.
   */
  skips(from: Micros, until: Micros): boolean {
    if (until - from <= MICROS_PER_MINUTE) return false
    const due = this.#now() + BREAK
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
