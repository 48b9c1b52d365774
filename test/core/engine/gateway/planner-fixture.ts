import * as fc from 'fast-check'
import type { Lots, Order, Position, Ticks } from '../../../../src/core/domain/index.ts'
import { applyFill, emptyPosition } from '../../../../src/core/domain/index.ts'
import type { PlanRequest } from '../../../../src/core/engine/gateway/planner.ts'
import { ticketOf } from '../fixture/gate.ts'
import { ALPHA, INSTRUMENTS, marketQuote } from '../fixture/market.ts'

type Buckets = readonly [number, number, number, number]

export function position([longToday, longHistory, shortToday, shortHistory]: Buckets): Position {
  const bucket = (lots: number) => ({ lots: lots as Lots, cost: lots * 5_000 })
  return {
    ...emptyPosition(ALPHA, 0 as Position['instrument']),
    longToday: bucket(longToday),
    longHistory: bucket(longHistory),
    shortToday: bucket(shortToday),
    shortHistory: bucket(shortHistory),
  }
}

let orders = 0

export function working(changes: Partial<Order>): Order {
  const id = `working-${++orders}` as Order['id']
  const { flattening: _gone, ...terms } = ticketOf({ id, intent: id as never })
  const rest = { status: 'working', filled: 0 as Lots, cancelling: false, reason: '' } as const
  return { ...terms, ...rest, updatedAt: terms.createdAt, ...changes }
}

export function request(changes: Partial<PlanRequest> = {}): PlanRequest {
  return {
    instrument: INSTRUMENTS[0],
    quote: marketQuote(),
    position: position([0, 0, 0, 0]),
    working: [],
    target: 0,
    style: 'cross',
    maxOrderLots: 10 as Lots,
    ...changes,
  }
}

/** A position of one side as a target makes it, or of both as a hand may leave it. */
const positionArbitrary = fc
  .tuple(fc.nat(6), fc.nat(6), fc.nat(6), fc.nat(6), fc.nat(2))
  .map(([a, b, c, d, sides]) =>
    position([sides === 1 ? 0 : a, sides === 1 ? 0 : b, sides === 2 ? 0 : c, sides === 2 ? 0 : d]),
  )

const orderArbitrary = fc
  .record({
    side: fc.constantFrom('buy' as const, 'sell' as const),
    offset: fc.constantFrom('open' as const, 'close' as const, 'closeToday' as const),
    status: fc.constantFrom('pending' as const, 'working' as const, 'unknown' as const),
    cancelling: fc.boolean(),
    limit: fc.integer({ min: 4_996, max: 5_005 }),
    volume: fc.integer({ min: 1, max: 6 }),
    part: fc.nat(5),
  })
  .map(({ part, limit, volume, ...order }) =>
    working({
      ...order,
      limit: limit as Ticks,
      volume: volume as Lots,
      filled: (part % volume) as Lots,
    }),
  )

export const requestArbitrary: fc.Arbitrary<PlanRequest> = fc
  .record({
    instrument: fc.constantFrom(...INSTRUMENTS),
    position: positionArbitrary,
    working: fc.array(orderArbitrary, { maxLength: 4 }),
    oneSided: fc.boolean(),
    target: fc.integer({ min: -12, max: 12 }),
    style: fc.constantFrom('cross' as const, 'join' as const),
    maxOrderLots: fc.integer({ min: 1, max: 12 }).map((lots) => lots as Lots),
    ask: fc.constantFrom(5_001, 5_003, NaN),
  })
  .map(({ oneSided, ask, ...rest }) => {
    const { side } = rest.working[0] ?? { side: 'buy' as const }
    const working = oneSided ? rest.working.map((order) => ({ ...order, side })) : rest.working
    return { ...rest, working, quote: marketQuote({ ask }) }
  })

/** A venue that fills whatever it is sent, at once. */
export function fillAll(
  before: Position,
  filled: readonly Pick<Order, 'side' | 'offset' | 'limit' | 'volume'>[],
): Position {
  return filled.reduce(
    (held, order) => applyFill(held, { ...order, price: order.limit }).position,
    before,
  )
}
