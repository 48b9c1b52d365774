import type { Station } from '../../src/adapters/station/index.ts'
import { Rate } from '../../src/core/figures/index.ts'
import type { Feed } from './feed.ts'
import type { Tally } from './tally.ts'
import type { Venue } from './venue.ts'
import type { Voice } from './voice.ts'

const MEASURED_EVERY = 250

export interface Measured {
  readonly station: Station
  readonly voice: Voice
  readonly venue: Venue
  readonly tally: Tally
  readonly feed: Feed
}

/** Keeps the figures of the beat up to date. Their names are part of the protocol. */
export function measure({ station, voice, venue, tally, feed }: Measured): void {
  const rate = new Rate()
  const look = (): void => {
    const now = station.clock.monotonic()
    Object.assign(station.heart.figures, {
      'quotes.per_second': rate.read(voice.quotes, now),
      'quotes.told': voice.quotes,
      'orders.working': tally.working,
      'positions.lots': tally.lots,
      'requests.taken': venue.asked,
      'reports.told': venue.reported,
      'journal.p50_us': venue.appends.quantile(0.5),
      'journal.p99_us': venue.appends.quantile(0.99),
      'followers.seen': voice.followers.size,
      ...feed.figures(),
    })
  }
  look()
  station.every(MEASURED_EVERY, look)
}
