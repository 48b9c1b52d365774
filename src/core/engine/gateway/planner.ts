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
  if (missing === 0) return working.length === 0 ? REACHED : cancelling(working, everyOrder)
  const side: Side = missing > 0 ? 'buy' : 'sell'
  const wanted = Math.abs(missing)
  let underWay = 0
  let wrong = false
  for (const order of working) {
    if (order.side === side) underWay += order.volume - order.filled
    else wrong = true
  }
  if (wrong) return cancelling(working, (order) => order.side !== side)
  if (underWay > wanted) return { ...WAIT, cancels: excess(working, underWay - wanted) }
  const limit = workingPrice(request, side)
  if (Number.isNaN(limit)) return WAIT
  if (anyBehind(working, limit, request.style)) {
    return cancelling(working, (order) => isBehind(order, limit, request.style))
  }
  if (underWay === wanted) return WAIT
  return { ...WAIT, orders: next(request, side, limit, wanted - underWay) }
}

function everyOrder(): boolean {
  return true
}

/** Cancels what can be cancelled: an order that is not answered yet has to be waited for. */
function cancelling(working: readonly Order[], which: (order: Order) => boolean): Plan {
  const cancels = working.filter((order) => canCancel(order) && which(order))
  return cancels.length === 0 ? WAIT : { ...WAIT, cancels }
}

function canCancel(order: Order): boolean {
  return !order.cancelling && order.status === 'working'
}

/** The newest orders first, as many as it takes to be rid of the excess. */
function excess(working: readonly Order[], surplus: number): readonly Order[] {
  const cancels: Order[] = []
  for (let index = working.length - 1; index >= 0 && surplus > 0; index--) {
    const order = working[index]!
    if (canCancel(order)) cancels.push(order)
    surplus -= order.volume - order.filled
  }
  return cancels
}

/**
 * Crossing takes the other side's best price, joining waits at its own; NaN where there is none.
 */
function workingPrice(request: PlanRequest, side: Side): Ticks {
  const { quote, style, instrument } = request
  if (quote === undefined) return NaN as Ticks
  const prices = (side === 'buy') === (style === 'cross') ? quote.askPrices : quote.bidPrices
  const best = prices[0] ?? (NaN as Price)
  return Math.round((best * instrument.tickScale) / instrument.tickUnits) as Ticks
}

function anyBehind(working: readonly Order[], limit: Ticks, style: TargetFact['style']): boolean {
  for (const order of working) if (canCancel(order) && isBehind(order, limit, style)) return true
  return false
}

function isBehind(order: Order, limit: Ticks, style: TargetFact['style']): boolean {
  const distance = (limit - order.limit) * sign(order.side)
  return distance >= (style === 'cross' ? 1 : LEFT_BEHIND)
}

/** Lots are closed before new ones are opened, today's first; each order within the size. */
function next(request: PlanRequest, side: Side, limit: Ticks, volume: number): PlannedOrder[] {
  const { instrument, position, style, working } = request
  const kind: OrderKind =
    style === 'cross' && instrument.orderKinds.includes('fak') ? 'fak' : 'limit'
  const size = Math.min(request.maxOrderLots, instrument.maxLimitLots)
  const closesLong = side === 'sell'
  let today: number = (closesLong ? position.longToday : position.shortToday).lots
  let history: number = (closesLong ? position.longHistory : position.shortHistory).lots
  let closing = 0
  for (const order of working) {
    const left = order.volume - order.filled
    if (order.offset === 'open') continue
    closing += left
    if (order.offset === 'closeToday') today -= left
    else history -= left
  }
  const orders: PlannedOrder[] = []
  const add = (offset: Offset, lots: number): void => {
    if (lots > 0) orders.push({ side, offset, kind, limit, volume: Math.min(lots, size) as Lots })
  }
  if (instrument.closeRule === 'explicit') {
    const ofToday = Math.min(Math.max(today, 0), volume)
    add('closeToday', ofToday)
    add('close', Math.min(history, volume - ofToday))
  } else {
    add('close', Math.min(today + history, volume))
  }
  if (orders.length === 0 && closing === 0) add('open', volume)
  return orders
}
