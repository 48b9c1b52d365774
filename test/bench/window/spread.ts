/** Milliseconds that one bucket holds, and how many buckets there are. */
const WIDTH = 0.05
const BUCKETS = 40_000

/** How durations are spread: buckets of 0.05 ms up to two seconds; nothing is allocated. */
export class Spread {
  readonly #counts = new Uint32Array(BUCKETS)
  count = 0
  longest = 0

  /** @param millis NaN, as of a clock that was not read yet, counts for nothing. */
  record(millis: number): void {
    if (Number.isNaN(millis)) return
    const bucket = Math.min(BUCKETS - 1, Math.max(0, Math.floor(millis / WIDTH)))
    this.#counts[bucket]!++
    this.count++
    if (millis > this.longest) this.longest = millis
  }

  /** How many took longer than that. */
  above(millis: number): number {
    let many = 0
    for (let at = Math.max(0, Math.ceil(millis / WIDTH)); at < BUCKETS; at++) {
      many += this.#counts[at]!
    }
    return many
  }

  /** What a share of them does not exceed, to the bucket's upper end; NaN without any. */
  quantile(share: number): number {
    let left = Math.max(1, Math.ceil(this.count * share))
    for (let at = 0; at < BUCKETS; at++) {
      left -= this.#counts[at]!
      if (left <= 0) return (at + 1) * WIDTH
    }
    return NaN
  }

  clear(): void {
    this.#counts.fill(0)
    this.count = 0
    this.longest = 0
  }
}
