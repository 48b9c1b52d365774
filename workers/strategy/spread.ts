const KEPT = 512

/**
 * The newest measurements of one kind, in µs, and how they are spread. Adding one costs nothing.
 */
export class Spread {
  readonly #kept = new Float64Array(KEPT)
  #count = 0

  add(micros: number): void {
    this.#kept[this.#count % KEPT] = micros
    this.#count++
  }

  /** What a share of them does not exceed, for each share; 0 while there are none. */
  quantiles(shares: readonly number[]): readonly number[] {
    const sorted = this.#kept.slice(0, Math.min(this.#count, KEPT)).sort()
    return shares.map(
      (share) => sorted[Math.min(sorted.length - 1, share * sorted.length) | 0] ?? 0,
    )
  }
}
