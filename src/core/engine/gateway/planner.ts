import type { TargetFact } from '../../contracts/index.ts'
import type {
  Instrument,
  Lots,
  Offset,
  Order,
  OrderKind,
  Position,
  Price,
  Quote,
  Side,
  Ticks,
} from '../../domain/index.ts'
import { netLots, sign } from '../../domain/index.ts'

/** An order that the planner would like; the gate decides. */
export interface PlannedOrder {
  readonly side: Side
  readonly offset: Offset
  readonly kind: OrderKind
  readonly limit: Ticks
  readonly volume: Lots
}

export interface Plan {
  readonly cancels: readonly Order[]
  readonly orders: readonly PlannedOrder[]
  /** Nothing is left to be done, and nothing is under way. */
  readonly reached: boolean
}

const REACHED: Plan = { cancels: [], orders: [], reached: true }
const WAIT: Plan = { cancels: [], orders: [], reached: false }

/** A waiting order is moved once the market has left it behind by this many ticks. */
const LEFT_BEHIND = 2

export interface PlanRequest {
  readonly instrument: Instrument
  readonly quote: Quote | undefined
  readonly position: Position
  /** The owner's orders in this instrument that are not final, whatever their status. */
  readonly working: readonly Order[]
  readonly target: number
  readonly style: TargetFact['style']
  readonly maxOrderLots: Lots
}

/**
 * The next steps from what an owner holds to what it wants. It never asks for more than is missing
 * after everything under way has filled; orders of the wrong side go first and are waited for, and
 * lots are closed before new ones are opened.
 */
export function plan(request: PlanRequest): Plan {
  const { position, working, target } = request
  const missing = target - netLots(position)
  if (missing === 0 && working.length === 0) return REACHED
  const side: Side = missing > 0 ? 'buy' : 'sell'
  const wrong = missing === 0 ? working : working.filter((order) => order.side !== side)
  if (wrong.length > 0) return { ...WAIT, cancels: cancellable(wrong) }
  const underWay = working.reduce((sum, order) => sum + order.volume - order.filled, 0)
  const wanted = Math.abs(missing)
  if (underWay > wanted) return { ...WAIT, cancels: excess(working, underWay - wanted) }
  const limit = workingPrice(request, side)
  if (Number.isNaN(limit)) return WAIT
  const behind = cancellable(working.filter((order) => isBehind(order, limit, request.style)))
  if (behind.length > 0) return { ...WAIT, cancels: behind }
  if (underWay === wanted) return WAIT
  return { ...WAIT, orders: next(request, side, limit, wanted - underWay) }
}

function cancellable(orders: readonly Order[]): readonly Order[] {
  return orders.filter((order) => !order.cancelling && order.status === 'working')
}

/** The newest orders first, as many as it takes to be rid of the excess. */
function excess(working: readonly Order[], surplus: number): readonly Order[] {
  const cancels: Order[] = []
  for (let index = working.length - 1; index >= 0 && surplus > 0; index--) {
    const order = working[index]!
    cancels.push(order)
    surplus -= order.volume - order.filled
  }
  return cancellable(cancels)
}

/** Crossing takes the other side's best price, joining waits at its own; NaN where there is none. */
function workingPrice(request: PlanRequest, side: Side): Ticks {
  const { quote, style, instrument } = request
  if (quote === undefined) return NaN as Ticks
  const prices = (side === 'buy') === (style === 'cross') ? quote.askPrices : quote.bidPrices
  const best = prices[0] ?? (NaN as Price)
  return Math.round((best * instrument.tickScale) / instrument.tickUnits) as Ticks
}

function isBehind(order: Order, limit: Ticks, style: TargetFact['style']): boolean {
  const distance = (limit - order.limit) * sign(order.side)
  return distance >= (style === 'cross' ? 1 : LEFT_BEHIND)
}

function next(request: PlanRequest, side: Side, limit: Ticks, volume: number): PlannedOrder[] {
  const { instrument, style, working } = request
  const kind: OrderKind =
    style === 'cross' && instrument.orderKinds.includes('fak') ? 'fak' : 'limit'
  const size = Math.min(request.maxOrderLots, instrument.maxLimitLots)
  const closing = closings(request, side, volume)
  if (closing.length > 0) {
    return closing.map(([offset, lots]) => ({
      side,
      offset,
      kind,
      limit,
      volume: Math.min(lots, size) as Lots,
    }))
  }
  if (working.some((order) => order.offset !== 'open')) return []
  return [{ side, offset: 'open', kind, limit, volume: Math.min(volume, size) as Lots }]
}

/** What of the owner's own lots on the other side can still be closed, today's first. */
function closings(request: PlanRequest, side: Side, volume: number): [Offset, number][] {
  const { position, instrument, working } = request
  const closesLong = side === 'sell'
  const today = (closesLong ? position.longToday : position.shortToday).lots
  const history = (closesLong ? position.longHistory : position.shortHistory).lots
  const closingNow = (offset?: Offset) =>
    working
      .filter((order) => (offset === undefined ? order.offset !== 'open' : order.offset === offset))
      .reduce((sum, order) => sum + order.volume - order.filled, 0)
  const buckets: [Offset, number][] =
    instrument.closeRule === 'explicit'
      ? [
          ['closeToday', today - closingNow('closeToday')],
          ['close', history - closingNow('close')],
        ]
      : [['close', today + history - closingNow()]]
  const planned: [Offset, number][] = []
  for (const [offset, free] of buckets) {
    const lots = Math.min(free, volume)
    if (lots <= 0) continue
    planned.push([offset, lots])
    volume -= lots
  }
  return planned
}
