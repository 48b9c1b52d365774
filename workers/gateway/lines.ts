import { followExchange } from '../../src/adapters/market-data/exchange/index.ts'
import type { Station } from '../../src/adapters/station/index.ts'
import { ExchangeVenue } from '../../src/adapters/venue/exchange/index.ts'
import type { GatewaySpec } from '../../src/core/contracts/worker-spec.ts'
import type { MarketDataListener, Venue, VenueListener } from '../../src/core/ports/index.ts'

/** A gateway's lines to its market and its venue. */
export interface Lines {
  readonly venue: Venue
  /** Begins to follow the market. */
  readonly follow: (listener: MarketDataListener) => void
}

export type OpenLines = (station: Station, spec: GatewaySpec, listener: VenueListener) => Lines

/** Both lead to the exchange of the spec. */
export const exchangeLines: OpenLines = (station, { exchange }, listener) => {
  const venue = new ExchangeVenue(station, exchange, listener)
  return { venue, follow: (market) => void followExchange(station, exchange, market, venue) }
}
