import type { Failure, Mode } from '../contracts/index.ts'
import type {
  InstrumentId,
  IntentId,
  Lots,
  Micros,
  Offset,
  OrderId,
  OrderKind,
  SessionPhase,
  Side,
  Ticks,
} from '../domain/index.ts'
import { HAND, longLots, shortLots, ticksOf } from '../domain/index.ts'
import type { Ticket } from '../engine/gate/index.ts'
import { refusalsOf } from '../engine/gate/index.ts'
import { collarPrice, furthestPrice } from '../engine/gateway/collar-price.ts'
import { resolveOffset } from '../engine/gateway/commands.ts'
import type { State } from '../state/index.ts'
import { positionOf } from '../state/index.ts'
import type { Figure } from './figure.ts'
import { known, unknown } from './figure.ts'
import type { OrderOutcome } from './order-outcome.ts'
import { outcomeOf } from './order-outcome.ts'
import type { QueuePlace } from './queue-place.ts'
import { lotsWithin, queuePlace } from './queue-place.ts'

/** An order by hand, before it is sent. */
export interface OrderWish {
  readonly instrument: InstrumentId
  readonly side: Side
  readonly offset: Offset | 'auto'
  readonly orderKind: OrderKind
  /** NaN for a market order. */
  readonly limit: Ticks
  readonly volume: Lots
}

/** What a window knows that judges an order. */
export interface PreviewView {
  readonly state: State
  readonly mode: Mode
  /** Session time. */
  readonly now: Micros
  /** New orders of the account within the last second. */
  readonly ordersSent: number
  /** Why the quote is too old; undefined while it is fresh. */
  readonly staleness: string | undefined
  /** `continuous` where the window cannot tell: the gateway looks again. */
  readonly phase: SessionPhase
}

export interface Holding {
  readonly long: number
  readonly short: number
}

export interface PriceRange {
  readonly low: Ticks
  readonly high: Ticks
}

/** What an order would do, told before it is sent. */
export interface OrderPreview extends OrderOutcome {
  /** As the gateway would make it; the kind of a market order may have become a FAK's. */
  readonly kind: OrderKind
  readonly limit: Ticks
  /** Undefined where no offset could close that many lots in one order. */
  readonly offset: Offset | undefined
  /** Lots of the hand. */
  readonly before: Holding
  readonly queue: QueuePlace
  /** Furthest prices that the gate lets pass: `high` of a buy, `low` of a sell. */
  readonly collar: Figure<PriceRange>
  /** The day's price limits. */
  readonly limits: Figure<PriceRange>
  /** What the gate would refuse it for, the one that it would tell first; empty: it would pass. */
  readonly refusals: readonly Failure[]
  /** Nothing is unknown, and nothing is refused. */
  readonly sendable: boolean
}

const NO_ID = '' as OrderId & IntentId

/**
 * What an order by hand would do to the hand's position and the account, as if all of it filled
 * at its limit: the worst price that it may fill at. A market order is reckoned at the furthest of
 * the shown levels that it needs, or at the collar where they do not suffice.
 *
 * @param wish names an instrument of the directory.
 */
export function previewOrder(wish: OrderWish, view: PreviewView): OrderPreview {
  const { state } = view
  const { instrument: id, side, volume } = wish
  const instrument = state.instruments[id]
  if (instrument === undefined) throw new Error(`instrument ${id} is not in the directory`)
  const quote = state.quotes[id]
  const position = positionOf(state, HAND, id)
  const resolved = resolveOffset({ state }, { ...wish, owner: HAND })
  const priced = collarPrice(state, wish)
  const kind = priced === undefined ? wish.orderKind : 'fak'
  const limit = priced ?? wish.limit
  const offset = resolved.ok ? resolved.value : undefined
  const refusals = resolved.ok
    ? refusalsOf(ticketOf(wish, kind, limit, resolved.value, view.now), gateView(view), view.now)
    : [resolved.error]
  const reckoned = kind === 'market' ? sweptTo(state, wish) : limit
  const outcome = outcomeOf(state, {
    instrument,
    position,
    side,
    offset,
    volume,
    price: reckoned,
    now: view.now,
  })
  return {
    ...outcome,
    kind,
    limit,
    offset,
    before: { long: longLots(position), short: shortLots(position) },
    queue: queuePlace(instrument, quote, side, kind, limit),
    collar: rangeOf(furthestPrice(state, id, 'sell'), furthestPrice(state, id, 'buy'), 'quote'),
    limits: rangeOf(
      quote && ticksOf(instrument, quote.lowerLimit),
      quote && ticksOf(instrument, quote.upperLimit),
      'limits',
    ),
    refusals,
    sendable: refusals.length === 0 && isTold(outcome),
  }
}

function isTold(outcome: OrderOutcome): boolean {
  return Object.values(outcome).every((figure: Figure<unknown>) => figure.known)
}

function ticketOf(
  { instrument, side, volume }: OrderWish,
  kind: OrderKind,
  limit: Ticks,
  offset: Offset,
  createdAt: Micros,
): Ticket {
  const terms = { instrument, side, offset, kind, limit, volume, createdAt, flattening: false }
  return { id: NO_ID, intent: NO_ID, owner: HAND, ...terms }
}

function gateView({ state, mode, ordersSent, staleness, phase }: PreviewView) {
  return {
    state,
    priceLimitsMayLack: mode === 'replay',
    // A venue that is not there shows in the trading state, which another rule reads.
    venueReady: () => true,
    sessionPhase: () => phase,
    staleness: () => staleness,
    orderFits: ({ ordersPerSecond }: State['limits']) => ordersSent < Math.floor(ordersPerSecond),
  }
}

/** The last price that a market order needs, best first. */
function sweptTo(state: State, { instrument, side, volume }: OrderWish): Ticks {
  const facts = state.instruments[instrument]
  const quote = state.quotes[instrument]
  if (facts === undefined || quote === undefined) return NaN as Ticks
  for (const price of side === 'buy' ? quote.askPrices : quote.bidPrices) {
    const ticks = ticksOf(facts, price)
    if (lotsWithin(facts, quote, side, ticks) >= volume) return ticks
  }
  return furthestPrice(state, instrument, side) ?? (NaN as Ticks)
}

function rangeOf(
  low: Ticks | undefined,
  high: Ticks | undefined,
  why: 'quote' | 'limits',
): Figure<PriceRange> {
  if (low === undefined || high === undefined) return unknown('quote')
  return Number.isNaN(low) || Number.isNaN(high) ? unknown(why) : known({ low, high })
}
