import type { Station } from '../../../src/adapters/station/index.ts'
import type { Micros, Quote } from '../../../src/core/domain/index.ts'
import type { ManyQuotes } from './market.ts'
import { PER_SECOND } from './market.ts'

/** Milliseconds between two batches. */
const BATCH_EVERY = 4
/** A process that stood still makes up no more than this many quotes. */
const MOST_LATE = PER_SECOND / 4

/** Tells quotes from now on, at a steady rate on an absolute schedule, a batch every 4 ms. */
export function tick(station: Station, market: ManyQuotes, tell: (quote: Quote) => void): void {
  const { clock } = station
  const begun = clock.monotonic()
  /** Session time less monotonic time. */
  const offset = clock.wall() - begun
  let told = 0
  let stamp = 0
  station.every(BATCH_EVERY, () => {
    const now = clock.monotonic()
    const due = Math.floor(((now - begun) / 1e6) * PER_SECOND)
    told = Math.max(told, due - MOST_LATE)
    for (; told < due; told++) {
      // Stamps grow, so that no two quotes of a contract share one.
      stamp = Math.max(stamp + 1, now + offset)
      tell(market.next(stamp as Micros, now))
    }
    station.writer.flush()
  })
}
