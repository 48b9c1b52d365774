/** Buckets an octave: a quantile is at most an eighth too high. */
const PARTS = 8
/** Longer than 35 minutes counts as that. */
const LONGEST = 2 ** 31 - 1
const BUCKETS = 240

/**
 * How durations are spread: counted in logarithmic buckets, so that recording one costs a few
 * nanoseconds and nothing is allocated. It speaks of the last two windows; `turn` begins a new one.
 */
export class LatencyHistogram {
  #current = new Uint32Array(BUCKETS)
  #before = new Uint32Array(BUCKETS)
  #counted = 0
  #countedBefore = 0

  /** How many durations it speaks of. */
  get count(): number {
    return this.#counted + this.#countedBefore
  }

  /** @param micros a duration in µs; below 0, as of clocks that disagree, counts as none at all. */
  record(micros: number): void {
    if (Number.isNaN(micros)) return
    const whole = Math.min(LONGEST, Math.max(0, Math.floor(micros)))
    this.#current[bucketOf(whole)]!++
    this.#counted++
  }

  /** The duration in µs that a share of them does not exceed; NaN while there are none. */
  quantile(share: number): number {
    let left = Math.max(1, Math.ceil(this.count * share))
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      left -= this.#current[bucket]! + this.#before[bucket]!
      if (left <= 0) return longestIn(bucket)
    }
    return NaN
  }

  /** What was recorded before the last turn is forgotten. */
  turn(): void {
    const oldest = this.#before
    this.#before = this.#current
    this.#countedBefore = this.#counted
    this.#current = oldest.fill(0)
    this.#counted = 0
  }
}

/** Up to 7 µs a bucket each, from there eight to the octave. */
function bucketOf(micros: number): number {
  if (micros < PARTS) return micros
  const octave = 31 - Math.clz32(micros)
  return (octave - 2) * PARTS + ((micros >> (octave - 3)) & (PARTS - 1))
}

function longestIn(bucket: number): number {
  if (bucket < PARTS) return bucket
  const octave = Math.floor(bucket / PARTS) + 2
  const part = bucket % PARTS
  return (PARTS + part + 1) * 2 ** (octave - 3) - 1
}
