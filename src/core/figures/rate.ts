import type { Micros } from '../domain/index.ts'

/** Shorter than that, quotes that come twice a second would make a rate of zero or of twice. */
const WINDOW = 2_000_000

interface Reading {
  readonly at: number
  readonly count: number
}

/** How many a second, over the last two seconds, of what is counted from its beginning. */
export class Rate {
  /** Oldest first; the first is the newest of those that are as old as the window. */
  readonly #readings: Reading[] = []

  /**
   * @param count how many there were until now, never fewer than before.
   * @param now a clock that never goes back, µs.
   * @returns a second; 0 until time has passed.
   */
  read(count: number, now: Micros): number {
    this.#readings.push({ at: now, count })
    while ((this.#readings[1]?.at ?? Infinity) <= now - WINDOW) this.#readings.shift()
    const [oldest] = this.#readings
    if (oldest === undefined || oldest.at >= now) return 0
    return ((count - oldest.count) / (now - oldest.at)) * 1_000_000
  }
}
