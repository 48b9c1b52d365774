import { NO_VENUE, followExchange } from '../../src/adapters/market-data/exchange/index.ts'
import type { Station } from '../../src/adapters/station/index.ts'
import { ExchangeVenue, followVenue } from '../../src/adapters/venue/exchange/index.ts'
import type { Failure } from '../../src/core/contracts/index.ts'
import { failure } from '../../src/core/contracts/index.ts'
import type { GatewaySpec } from '../../src/core/contracts/worker-spec.ts'
import type { MarketDataListener, Venue, VenueListener } from '../../src/core/ports/index.ts'

/** A gateway's lines to its market and its venue. */
export interface Lines {
  readonly venue: Venue
  /** Begins to follow the market. */
  readonly follow: (listener: MarketDataListener) => void
}

export type OpenLines = (station: Station, spec: GatewaySpec, listener: VenueListener) => Lines

/**
 * Both lead to the exchange of the spec; where that names a feed, the market's leads there. Neither
 * waits for the other: an exchange that fills at this gateway's quotes hears them before it is
 * open.
 */
export const exchangeLines: OpenLines = (station, { exchange, feed }, listener) => {
  const venue = new ExchangeVenue(station, exchange, listener)
  if (feed === undefined) {
    return { venue, follow: (market) => void followExchange(station, exchange, market, venue) }
  }
  return {
    venue,
    follow: (market) => {
      followVenue(station, exchange, venue)
      followExchange(station, feed, market, NO_VENUE)
    },
  }
}

/**
 * Paper wants a feed, and nothing else can have one: the built-in market and a replay are whole.
 */
export function linesRefusal(
  { mode, feed, peers }: GatewaySpec,
  openLines: OpenLines,
): Failure | undefined {
  if (feed === undefined) {
    if (mode !== 'paper' || openLines !== exchangeLines) return undefined
    return failure('worker.spec', 'a gateway of mode paper needs a feed: name one among its peers')
  }
  if (mode !== 'paper') {
    return failure('worker.spec', `a gateway of mode ${mode} has one market: it takes no feed`)
  }
  if (Object.hasOwn(peers, feed)) return undefined
  return failure('worker.spec', `the feed ${feed} is not among the peers: tell its doors`)
}
