import type { Micros } from '../domain/index.ts'

/**
 * Session time of who follows a feed: its last stamp and the monotonic time since it came, so that
 * a frozen feed is seen. It never runs backward and never stands still: where the feed fell behind,
 * as an exchange does that was stopped for a while, it goes at half its pace until they meet.
 */
export class SessionTime {
  #at = NaN
  #readAt = NaN
  #stamp = NaN
  #heardAt = NaN

  /** Whether any stamp came yet. */
  get known(): boolean {
    return !Number.isNaN(this.#stamp)
  }

  /** A stamp of the feed came. @param monotonic the process's own clock, in µs. */
  hear(stamp: Micros, monotonic: Micros): void {
    if (!Number.isSafeInteger(stamp)) return
    if (!this.known) {
      this.#at = stamp
      this.#readAt = monotonic
    }
    this.#stamp = stamp
    this.#heardAt = monotonic
  }

  /** NaN before the first stamp. */
  now(monotonic: Micros): Micros {
    const passed = Math.max(0, monotonic - this.#readAt)
    const told = this.#stamp + Math.max(0, monotonic - this.#heardAt)
    this.#at = Math.max(told, this.#at + passed / 2)
    this.#readAt = Math.max(this.#readAt, monotonic)
    return Math.floor(this.#at) as Micros
  }
}
