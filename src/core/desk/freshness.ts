import type { InstrumentId, Micros, Quote } from '../domain/index.ts'
import { MICROS_PER_SECOND } from '../domain/index.ts'
import { LatencyHistogram } from '../figures/index.ts'

/** A quote is never old before that, however busy its instrument. */
const LEAST = 3 * MICROS_PER_SECOND
const INTERVALS = 5

/**
 * How old quotes may be: max(3 s, 5 × the instrument's own p99 interval so far), as the gate has
 * it. Ages are of session time.
 */
export class Freshness {
  readonly #intervals: (LatencyHistogram | undefined)[] = []
  readonly #at: (Micros | undefined)[] = []
  readonly #limits: (number | undefined)[] = []

  take({ instrument, at }: Quote): void {
    const before = this.#at[instrument]
    this.#at[instrument] = at
    if (before === undefined || at <= before) return
    this.#histogram(instrument).record(at - before)
    this.#limits[instrument] = undefined
  }

  /** Age in µs of the newest quote; NaN where there is none. */
  age(instrument: InstrumentId, now: Micros): number {
    const at = this.#at[instrument]
    return at === undefined ? NaN : Math.max(0, now - at)
  }

  /** From which age on a quote of the instrument is old, in µs. */
  limit(instrument: InstrumentId): number {
    let limit = this.#limits[instrument]
    if (limit === undefined) {
      const p99 = this.#intervals[instrument]?.quantile(0.99) ?? 0
      limit = Math.max(LEAST, INTERVALS * (Number.isNaN(p99) ? 0 : p99))
      this.#limits[instrument] = limit
    }
    return limit
  }

  isOld(instrument: InstrumentId, now: Micros): boolean {
    return !(this.age(instrument, now) <= this.limit(instrument))
  }

  clear(): void {
    this.#intervals.length = 0
    this.#at.length = 0
    this.#limits.length = 0
  }

  #histogram(instrument: InstrumentId): LatencyHistogram {
    let histogram = this.#intervals[instrument]
    if (histogram === undefined) {
      histogram = new LatencyHistogram()
      this.#intervals[instrument] = histogram
    }
    return histogram
  }
}
