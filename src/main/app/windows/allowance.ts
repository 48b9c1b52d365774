/** So many a second, and as many more in a burst. */
export class Allowance {
  readonly #perSecond: number
  readonly #now: () => number
  #left: number
  #at: number

  /** @param now monotonic milliseconds. */
  constructor(perSecond: number, now: () => number) {
    this.#perSecond = perSecond
    this.#now = now
    this.#left = perSecond
    this.#at = now()
  }

  /** @returns whether there was one left. */
  take(): boolean {
    const now = this.#now()
    const grown = this.#left + ((now - this.#at) / 1000) * this.#perSecond
    this.#left = Math.min(this.#perSecond, grown)
    this.#at = now
    if (this.#left < 1) return false
    this.#left--
    return true
  }
}
