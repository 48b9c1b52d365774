import type { Book } from '../../src/adapters/books/book.ts'
import { venueLines } from '../../src/adapters/market/lines.ts'
import type { OpenedStation, Station } from '../../src/adapters/station/index.ts'
import type { Failure } from '../../src/core/contracts/index.ts'
import { sayingOf } from '../../src/core/contracts/index.ts'
import type { ExchangeSpec } from '../../src/core/contracts/worker-spec.ts'
import type { Micros } from '../../src/core/domain/index.ts'
import type { Exchange, ExchangeRecord } from '../../src/core/exchange/index.ts'
import type { Feed } from './feed.ts'
import { measure } from './figures.ts'
import { FollowFeed } from './follow-feed.ts'
import type { OpenedMarket } from './open-market.ts'
import { receive } from './receive.ts'
import { ReplayFeed } from './replay-feed.ts'
import type { ReplayPosition } from './replay-position.ts'
import { SimulatedFeed } from './simulated-feed.ts'
import { Tally, holdings } from './tally.ts'
import { Venue } from './venue.ts'
import { Voice } from './voice.ts'

/** Milliseconds in which the last words of a failing exchange leave. */
const LAST_WORDS = 250

/** What was opened for an exchange, with its earlier life read back. */
export interface ExchangeParts {
  readonly spec: ExchangeSpec
  readonly opened: OpenedMarket
  readonly book: Book<ExchangeRecord>
  readonly exchange: Exchange
  readonly position: ReplayPosition
}

/** Joins books, market and doors; from here on the exchange serves. */
export function joinExchange(parts: ExchangeParts, { station, onMessage }: OpenedStation): void {
  const { spec, opened, book, exchange, position } = parts
  const tally = new Tally(opened.market.tradingDay)
  for (const record of book.records) tally.add(record)
  const voice = new Voice(station, opened.market, tally)
  const venue = new Venue({
    exchange,
    journal: book.journal,
    lines: venueLines(spec),
    tally,
    clock: station.clock,
    onQuote: (quote) => voice.quote(quote),
    onFailure: (failure) => lastWords(station, voice, feed, failure),
  })
  const feed = feedOf(opened, { station, voice, venue, position, lastAt: tally.lastAt })
  station.onQuit(() => {
    book.close()
    position.close()
  })
  station.onQuit(() => feed.stop())
  if (spec.mode !== 'replay') station.staysFor = () => holdings(tally)
  onMessage((message) => receive({ station, voice, venue, feed }, message))
  measure({ station, voice, venue, tally, feed })
  voice.greet()
  for (const warning of book.warnings) {
    station.log.warn(warning.message)
    voice.health(feed.now, false, sayingOf(warning))
  }
  station.heart.isReady()
  feed.begin()
}

interface FeedParts {
  readonly station: Station
  readonly voice: Voice
  readonly venue: Venue
  readonly position: ReplayPosition
  /** Session time of the books' last record. */
  readonly lastAt: Micros
}

function feedOf(opened: OpenedMarket, parts: FeedParts): Feed {
  if (opened.kind === 'replay') {
    const { market, speed } = opened
    return new ReplayFeed({ ...parts, market, speed, resumeAt: parts.lastAt })
  }
  if (opened.kind === 'follow') {
    return new FollowFeed({ ...parts, ...opened.following, resumeAt: parts.lastAt })
  }
  // The machine's date may have been set back since; session time never is.
  const startAt = Math.max(parts.station.clock.wall(), parts.lastAt + 1) as Micros
  return new SimulatedFeed({ ...parts, startAt })
}

function lastWords(station: Station, voice: Voice, feed: Feed, failure: Failure): void {
  voice.health(feed.now, false, sayingOf(failure))
  station.heart.waitsFor(sayingOf(failure))
  setTimeout(() => void station.fail(failure), LAST_WORDS)
}
