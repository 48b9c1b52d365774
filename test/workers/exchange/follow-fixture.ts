import { createMemoryHub } from '../../../src/adapters/bus/index.ts'
import type { ExchangeSpec, MarketSpec } from '../../../src/core/contracts/worker-spec.ts'
import type { Instrument, Micros, Quote } from '../../../src/core/domain/index.ts'
import type { Shown } from '../../core/exchange/exchange-fixture.ts'
import { SILVER, shown } from '../../core/exchange/exchange-fixture.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { until } from '../../until.ts'
import { DOORS as GATEWAY_DOORS, GatewayPeer } from '../strategy/gateway-peer.ts'
import type { Around, HandClock } from './exchange-fixture.ts'
import { createHandClock, exchangeSpec, startedExchange } from './exchange-fixture.ts'
import type { Peer } from './peer.ts'
import { connectedPeer } from './peer.ts'

/** Friday, 2020-08-21, 10:00 in Beijing: silver trades until 10:15. */
export const MORNING = (Date.UTC(2020, 7, 21, 2) * 1000) as Micros
/** The same day's first break. */
export const BREAK = (Date.UTC(2020, 7, 21, 2, 20) * 1000) as Micros

const FOLLOW: MarketSpec = {
  kind: 'follow',
  gateway: 'gateway',
  fillRule: 'conservative',
  maxQuoteAgeMs: 2_000,
}
const BOOK = { bids: [[4_999, 5]], asks: [[5_000, 8]] } as const

/** Five lots at 4,999 on eight at 5,000, so many milliseconds of the clock after the morning. */
export function quoted(millis: number, parts: Shown = {}): Quote {
  return shown({ ...BOOK, at: (MORNING + millis * 1000) as Micros, ...parts })
}

/** The same, after so many lots went at 4,999. */
export function traded(millis: number, lots: number): Quote {
  return quoted(millis, { last: 4_999, volume: lots, turnover: lots * 4_999 * 15 })
}

/** A gateway that lists silver alone. */
export async function gatewayOf(
  hub: ReturnType<typeof createMemoryHub>,
  { epoch = 3, at = MORNING, instruments = [SILVER] as readonly Instrument[] } = {},
): Promise<GatewayPeer> {
  const gateway = await GatewayPeer.open(hub, epoch)
  gateway.now = at
  gateway.directory = { kind: 'directory', instruments, owners: [] }
  return gateway
}

export function followSpec(folder: string, overrides: Partial<ExchangeSpec> = {}): ExchangeSpec {
  const peers = { gateway: GATEWAY_DOORS }
  return exchangeSpec(folder, { market: FOLLOW, peers, ...overrides })
}

export interface Wanted {
  readonly folder?: string
  readonly hub?: ReturnType<typeof createMemoryHub>
  readonly clock?: HandClock
  readonly overrides?: Partial<ExchangeSpec>
  readonly around?: Around
}

/** An exchange that follows a gateway, which may not be there yet, and somebody who asks it. */
export async function follower({ folder = temporaryFolder(), ...wanted }: Wanted = {}) {
  const { hub = createMemoryHub(), clock = createHandClock(MORNING) } = wanted
  const spec = followSpec(folder, wanted.overrides)
  const exchange = await startedExchange(spec, { hub, clock, ...wanted.around })
  let isOver = false
  void exchange.station.ended.then(() => (isOver = true))
  const peer: Peer = await connectedPeer(hub, 'gateway', () => isOver)
  /**
   * Waits until something is so, while the clock goes on slowly: lost questions are asked again.
   */
  const comes = (condition: () => boolean): Promise<void> =>
    until(() => {
      clock.pass(5)
      return condition()
    })
  const ready = (): Promise<void> => comes(() => peer.of('beat').at(-1)?.ready === true)
  return { ...exchange, folder, spec, clock, peer, comes, ready }
}

export type Follower = Awaited<ReturnType<typeof follower>>

/** The same with a gateway that has told one book, of now. */
export async function following(wanted: Wanted = {}) {
  const hub = wanted.hub ?? createMemoryHub()
  const gateway = await gatewayOf(hub)
  const exchange = await follower({ ...wanted, hub })
  await exchange.ready()
  gateway.quote(quoted(0))
  await until(() => exchange.station.heart.figures['quotes.heard'] === 1)
  return { ...exchange, gateway }
}
