import type { ExchangeLine } from '../../market-data/exchange/index.ts'
import type { Followed, Station } from '../../station/index.ts'
import { follow } from '../../station/index.ts'

/**
 * Follows an exchange as a venue alone, for a gateway whose market is elsewhere: its reports and
 * whether it lives, but none of its facts. It is open once it answers how things stand.
 *
 * @param exchange its name among the peers of the station.
 */
export function followVenue(station: Station, exchange: string, venue: ExchangeLine): Followed {
  return follow(station, exchange, {
    follows: [],
    everything: true,
    onSnapshot: () => venue.onOpened(),
    onFact: () => undefined,
    onLost: (loss) => venue.onLost(loss),
    onOther: (message) => venue.take(message),
    onConnected: (connected) => venue.onConnected(connected),
  })
}
