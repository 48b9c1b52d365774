import { createMemoryHub } from '../../../src/adapters/bus/index.ts'
import type { GatewaySpec } from '../../../src/core/contracts/worker-spec.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { until } from '../../until.ts'
import {
  DOORS as FEED_DOORS,
  TODAY,
  createHandClock,
  exchangeSpec,
  startedExchange,
} from '../exchange/exchange-fixture.ts'
import { ExchangePeer } from './exchange-peer.ts'
import { DOORS, gatewaySpec, startedGateway } from './gateway-fixture.ts'
import { Listener } from './listener.ts'

const VENUE_DOORS = { publish: 'venue.facts', collect: 'venue.commands' }
const PEERS = { feed: FEED_DOORS, venue: VENUE_DOORS }

export function paperSpec(
  data = temporaryFolder(),
  overrides: Partial<GatewaySpec> = {},
): GatewaySpec {
  const folder = `${data}/paper/default`
  const paper = { mode: 'paper', folder, peers: PEERS, feed: 'feed', exchange: 'venue' } as const
  return gatewaySpec(data, { ...paper, ...overrides })
}

/**
 * A feed and a paper gateway that has its market from it; the venue is not there yet.
 *
 * @param wall the machine's date, in µs; the feed's is that of its own market.
 */
export async function paperArranged(wall = TODAY) {
  const hub = createMemoryHub()
  const clock = createHandClock(wall)
  const feed = await ExchangePeer.open(hub, clock)
  feed.pass(500)
  const spec = paperSpec()
  const gateway = await startedGateway(spec, { hub, clock })
  const hand = new Listener(hub.bus(), 'hand')
  const comes = (condition: () => boolean): Promise<void> =>
    until(() => {
      clock.pass(5)
      return condition()
    })
  /** An exchange of ours, at the quotes of this gateway. */
  const openVenue = () =>
    startedExchange(
      exchangeSpec(spec.folder, {
        name: 'venue',
        doors: VENUE_DOORS,
        peers: { gateway: DOORS },
        market: {
          kind: 'follow',
          gateway: 'gateway',
          fillRule: 'conservative',
          maxQuoteAgeMs: 5_000,
        },
      }),
      { hub, clock },
    )
  return { hub, feed, gateway, hand, comes, openVenue, clock }
}
