import type { InstrumentId, Micros } from '../../domain/index.ts'
import { MICROS_PER_MILLISECOND, MICROS_PER_SECOND } from '../../domain/index.ts'
import type { Staleness } from './staleness.ts'
import { FEED_SILENCE, stalenessWords } from './staleness.ts'

const QUIET_AT_LEAST = 3 * MICROS_PER_SECOND
const INTERVALS = 5
/** A gap longer than this is a break of the session, not the instrument's own pace. */
const LONGEST_INTERVAL = 60 * MICROS_PER_SECOND
const BUCKETS = 128

/**
 * How old is too old: two ages, each with its own limit. The gateway reckons by its decision clock
 * at the receipt; a window, which foretells what the gate would say, by session time, at which it
 * stamps what it hears as it was said.
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
    this.beat(now)
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

  /** Why the quote cannot be traded on; undefined when it is fresh. */
  judge(instrument: InstrumentId, now: Micros): Staleness | undefined {
    const pace = this.#paces[instrument]
    const feedAge = Math.max(0, now - this.#feedAt)
    const quoteAge = pace === undefined ? Infinity : Math.max(0, now - pace.seenAt)
    const stale = (why: Staleness['why'], most: number) => ({ why, feedAge, quoteAge, most })
    if (pace === undefined || pace.seenAt === -Infinity) return stale('never', 0)
    if (pace.gap) return stale('gap', 0)
    if (feedAge > FEED_SILENCE) return stale('feed', FEED_SILENCE)
    if (quoteAge <= QUIET_AT_LEAST) return undefined
    const most = this.limit(instrument)
    return quoteAge <= most ? undefined : stale('quote', most)
  }

  /** Why the quote cannot be traded on, in words with both ages; undefined when it is fresh. */
  staleness(instrument: InstrumentId, now: Micros): string | undefined {
    const stale = this.judge(instrument, now)
    return stale && stalenessWords(stale)
  }

  /** Age in µs of the newest quote; NaN where there is none. */
  age(instrument: InstrumentId, now: Micros): number {
    const age = now - (this.#paces[instrument]?.seenAt ?? -Infinity)
    return age === Infinity ? NaN : Math.max(0, age)
  }

  /** From which age on a quote of the instrument is old, in µs, while the feed lives. */
  limit(instrument: InstrumentId): number {
    return Math.max(QUIET_AT_LEAST, INTERVALS * this.usualInterval(instrument))
  }

  /** Whether the quote itself is old or lacking, whatever the feed does. */
  isOld(instrument: InstrumentId, now: Micros): boolean {
    const age = this.age(instrument, now)
    return !(age <= QUIET_AT_LEAST || age <= this.limit(instrument))
  }

  /** Nothing was heard yet. */
  clear(): void {
    this.#feedAt = -Infinity
    this.#paces.length = 0
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
