import type { InstrumentId, Micros } from '../../domain/index.ts'
import { MICROS_PER_MILLISECOND, MICROS_PER_SECOND } from '../../domain/index.ts'

const FEED_SILENCE = MICROS_PER_SECOND
const QUIET_AT_LEAST = 3 * MICROS_PER_SECOND
/** A gap longer than this is a break of the session, not the instrument's own pace. */
const LONGEST_INTERVAL = 60 * MICROS_PER_SECOND
const BUCKETS = 128

/**
 * How old is too old: two ages, each with its own limit, by the decision clock at the receipt.
 *
 * The feed as a whole is stale when nothing at all, not even a beat, came for a second; a feed that
 * beats may have nothing to tell of a quiet instrument. Its quote is stale all the same past
 * max(3 s, 5 × the 99th percentile of its own intervals so far): each by its own pace.
 *
 * Intervals fall into buckets a quarter of an octave wide, so the percentile is at most 25 % high.
 */
export class Freshness {
  #feedAt = -Infinity
  readonly #paces: Pace[] = []

  /** Anything from the market-data side: a beat, a time, another instrument's quote. */
  beat(now: Micros): void {
    if (now > this.#feedAt) this.#feedAt = now
  }

  quote(instrument: InstrumentId, now: Micros): void {
    this.#feedAt = now
    const pace = this.#paces[instrument] ?? this.#begin(instrument, now)
    const interval = now - pace.seenAt
    pace.seenAt = now
    if (interval > 0 && interval <= LONGEST_INTERVAL) pace.intervals[bucketOf(interval)]!++
  }

  /** Quotes of the instrument are known to be missing (true), or are whole again (false). */
  gap(instrument: InstrumentId, open: boolean): void {
    const pace = this.#paces[instrument] ?? this.#begin(instrument, -Infinity)
    pace.gap = open
  }

  /** Why the quote cannot be traded on, with both ages; undefined when it is fresh. */
  staleness(instrument: InstrumentId, now: Micros): string | undefined {
    const pace = this.#paces[instrument]
    if (pace === undefined || pace.seenAt === -Infinity) return 'no quote has arrived yet'
    if (pace.gap) return 'quotes are missing since the last one'
    const silent = now - this.#feedAt
    const age = now - pace.seenAt
    if (silent > FEED_SILENCE) {
      const words = `the feed has been silent for ${seconds(silent)}, more than 1.0 s`
      return `${words}; the quote is ${seconds(age)} old`
    }
    if (age <= QUIET_AT_LEAST) return undefined
    const most = Math.max(QUIET_AT_LEAST, 5 * this.usualInterval(instrument))
    if (age <= most) return undefined
    const words = `the quote is ${seconds(age)} old, more than ${seconds(most)}`
    return `${words}; the feed was heard ${seconds(silent)} ago`
  }

  /** 99th percentile of the instrument's intervals so far, in microseconds; 0 without any. */
  usualInterval(instrument: InstrumentId): number {
    const intervals = this.#paces[instrument]?.intervals
    if (intervals === undefined) return 0
    let total = 0
    for (const count of intervals) total += count
    let left = Math.ceil(total * 0.99)
    for (let bucket = 0; bucket < BUCKETS && total > 0; bucket++) {
      left -= intervals[bucket]!
      if (left <= 0) return upperEdge(bucket)
    }
    return 0
  }

  #begin(instrument: InstrumentId, seenAt: number): Pace {
    const pace = { seenAt, gap: false, intervals: new Int32Array(BUCKETS) }
    this.#paces[instrument] = pace
    return pace
  }
}

/** How one instrument's quotes come. */
interface Pace {
  seenAt: number
  gap: boolean
  readonly intervals: Int32Array
}

/** Bucket of an interval: four to the octave, from one millisecond on. */
function bucketOf(interval: number): number {
  const milliseconds = Math.max(1, interval / MICROS_PER_MILLISECOND) | 0
  const octave = 31 - Math.clz32(milliseconds)
  const quarter = octave < 2 ? 0 : (milliseconds >> (octave - 2)) & 3
  return octave * 4 + quarter
}

function upperEdge(bucket: number): number {
  const octave = bucket >> 2
  const quarter = bucket & 3
  return 2 ** octave * (1 + (quarter + 1) / 4) * MICROS_PER_MILLISECOND
}

function seconds(interval: number): string {
  return `${(interval / MICROS_PER_SECOND).toFixed(1)} s`
}
