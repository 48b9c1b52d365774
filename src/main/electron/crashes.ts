/** So many ends within so long, and a page is not shown again by itself. */
const MOST = 3
const WITHIN = 60_000

/** Counts how often a page ended that nobody had closed. */
export class Crashes {
  #ends: readonly number[] = []

  /** @param now milliseconds. @returns whether it may be tried again. */
  again(now: number): boolean {
    this.#ends = [...this.#ends.filter((at) => now - at < WITHIN), now]
    return this.#ends.length < MOST
  }
}
