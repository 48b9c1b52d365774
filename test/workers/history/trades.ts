import type { Fact } from '../../../src/core/contracts/index.ts'
import type {
  Fen,
  Fill,
  InstrumentId,
  IntentId,
  Lots,
  Micros,
  Order,
  OrderId,
  OwnerId,
  SenderId,
  Ticks,
} from '../../../src/core/domain/index.ts'
import { accountOf, positionOf } from '../../../src/core/state/index.ts'
import type { GatewaySource } from './gateway-source.ts'

export interface Trade {
  readonly id: string
  readonly at: number
  readonly lots?: number
  readonly side?: 'buy' | 'sell'
  readonly offset?: 'open' | 'close'
  readonly owner?: number
  readonly instrument?: number
  readonly price?: number
}

const FEE = 300 as Fen

/** An order as it is made: pending. */
export function orderOf(trade: Trade): Order {
  const { id, at, lots = 2, side = 'buy', offset = 'open' } = trade
  return {
    id: id as OrderId,
    intent: `${id}-intent` as IntentId,
    owner: (trade.owner ?? 1) as OwnerId,
    instrument: (trade.instrument ?? 0) as InstrumentId,
    side,
    offset,
    kind: 'limit',
    limit: (trade.price ?? 5_000) as Ticks,
    volume: lots as Lots,
    createdAt: at as Micros,
    status: 'pending',
    filled: 0 as Lots,
    cancelling: false,
    reason: '',
    updatedAt: at as Micros,
  }
}

/** How an order stands after an event. */
export function orderFact(order: Order, at: number, changes: Partial<Order> = {}): Fact {
  return { kind: 'order', order: { ...order, ...changes, updatedAt: at as Micros } }
}

/** An order that is filled at once, as a gateway tells of it: four moments, 10 µs apart. */
export function trade(gateway: GatewaySource, terms: Trade): void {
  const order = orderOf(terms)
  const { id, owner, instrument, side, offset, limit: price, volume } = order
  const at = (step: number) => (terms.at + 10 * step) as Micros
  const fill: Fill = {
    id: `${id}-fill`,
    order: id,
    owner,
    instrument,
    side,
    offset,
    price,
    volume,
    at: at(2),
  }
  gateway.tell(
    {
      kind: 'ack',
      at: at(0),
      command: `${id}-intent` as IntentId,
      commandKind: 'OrderIntent',
      sender: 'alpha' as SenderId,
      outcome: 'accepted',
      code: '',
      message: '',
    },
    orderFact(order, at(0)),
    orderFact(order, at(1), { status: 'working' }),
    { kind: 'fill', fill, fee: FEE, closedToday: 0 as Lots, venueSeq: gateway.state.venueSeq + 1 },
    orderFact(order, at(3), { status: 'filled', filled: volume }),
  )
  const { state } = gateway
  gateway.tell(
    { kind: 'position', position: positionOf(state, owner, instrument) },
    { kind: 'account', account: accountOf(state, at(3)) },
  )
}

/** An owner wants so many lots. */
export function targetFact(at: number, target: number, owner = 1, instrument = 0): Fact {
  return {
    kind: 'target',
    at: at as Micros,
    intent: `target-${at}-${target}` as IntentId,
    sender: 'alpha' as SenderId,
    owner: owner as OwnerId,
    instrument: instrument as InstrumentId,
    target: target as Lots,
    style: 'cross',
  }
}
