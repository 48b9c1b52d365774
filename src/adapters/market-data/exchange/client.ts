import type { Station } from '../../station/index.ts'
import { follow } from '../../station/index.ts'
import type { Loss } from '../../../core/channel/index.ts'
import type { FactFrame, Message } from '../../../core/contracts/message.ts'
import type { MarketData, MarketDataListener } from '../../../core/ports/index.ts'
import { openingOf } from './opening.ts'

/** What else comes along the line of an exchange, for the venue that shares it. */
export interface ExchangeLine {
  /** A frame that is no fact. */
  take(message: Exclude<Message, FactFrame>): void
  onConnected(connected: boolean): void
  onOpened(): void
  onLost(loss: Loss): void
}

/** For a market that nobody trades at: its reports are for others. */
export const NO_VENUE: ExchangeLine = {
  take: () => undefined,
  onConnected: () => undefined,
  onOpened: () => undefined,
  onLost: () => undefined,
}

/**
 * Follows the market of an exchange: one line carries its quotes and its reports, so that both
 * arrive in the order in which they were said. The venue hears of a market that is open after
 * whoever follows the market, and of one that is lost before.
 *
 * @param exchange its name among the peers of the station.
 */
export function followExchange(
  station: Station,
  exchange: string,
  listener: MarketDataListener,
  venue: ExchangeLine,
): MarketData {
  const followed = follow(station, exchange, {
    follows: ['quote', 'time', 'step', 'run'],
    everything: true,
    onSnapshot: (snapshot) => {
      const opening = openingOf(snapshot)
      if (opening === undefined) {
        station.log.warn(`${exchange} lists no instruments: it is asked again`)
        return followed.reader.restart(station.clock.monotonic())
      }
      listener.onOpened(opening)
      venue.onOpened()
    },
    onFact: (fact, seq, sentAt) => {
      if (fact.kind === 'quote') listener.onQuote(fact, sentAt)
      else if (fact.kind === 'time') listener.onTime(fact.at)
      else if (fact.kind === 'step') listener.onStep(fact.at, seq)
      else if (fact.kind === 'run') listener.onRun(fact)
    },
    onLost: (loss) => {
      venue.onLost(loss)
      listener.onLost(loss)
    },
    onOther: (message) => venue.take(message),
    onConnected: (connected) => venue.onConnected(connected),
  })
  return { close: followed.close }
}
