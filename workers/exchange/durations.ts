const KEPT = 512

/** The newest durations of one deed, in µs, and how they are spread. */
export class Durations {
  readonly #kept: number[] = []
  #next = 0

  add(micros: number): void {
    this.#kept[this.#next] = micros
    this.#next = (this.#next + 1) % KEPT
  }

  /** The duration that a share of them does not exceed; 0 while there are none. */
  quantile(share: number): number {
    const sorted = this.#kept.toSorted((one, other) => one - other)
    return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  }
}
