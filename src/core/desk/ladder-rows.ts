import type { Instrument, Order, OrderId, Quote, Side } from '../domain/index.ts'
import { DEPTH, HAND, ticksOf } from '../domain/index.ts'
import type { DepthMemory } from './depth-memory.ts'
import type { Averages } from './held-average.ts'
import type { PriceVolume } from './price-volume.ts'
import type { QueueEstimate } from './queue-ahead.ts'

/**
 * Lots of one side at one price. `live`: shown by the newest quote. `seen`: beyond what it shows,
 * as last seen, with its age in µs. `never`: beyond it, and nobody ever saw. `none`: none there.
 */
export type LadderDepth =
  | { readonly kind: 'live'; readonly lots: number }
  | { readonly kind: 'seen'; readonly lots: number; readonly age: number }
  | { readonly kind: 'never' }
  | { readonly kind: 'none' }

/** The account's own working orders of one side at one price. */
export interface LadderOrders {
  readonly lots: number
  /** Of the first one; NaN where it cannot be told. */
  readonly ahead: number
  readonly band: number
  /** Those of the hand, which alone can be moved and taken back here. */
  readonly ids: readonly OrderId[]
  /** Not all are answered yet. */
  readonly pending: boolean
}

export interface LadderRow {
  readonly ticks: number
  readonly bid: LadderDepth
  readonly ask: LadderDepth
  readonly bidOrders: LadderOrders | undefined
  readonly askOrders: LadderOrders | undefined
  readonly isLast: boolean
  /** The account's mean price of that side lies here. */
  readonly average: 'long' | 'short' | undefined
  /** The day's highest or lowest price. */
  readonly extreme: boolean
  /** Outside of the day's limits: nothing can stand here. */
  readonly outside: boolean
  readonly bought: number
  readonly sold: number
}

export interface LadderView {
  readonly instrument: Instrument
  readonly quote: Quote | undefined
  readonly depth: DepthMemory | undefined
  readonly volume: PriceVolume | undefined
  /** The account's orders of the instrument that are not final. */
  readonly working: readonly Order[]
  readonly queueOf: (order: OrderId) => QueueEstimate | undefined
  readonly averages: Averages
  /** Session time. */
  readonly now: number
  /** Price of the first row, in ticks; the rows go down from it. */
  readonly top: number
  readonly count: number
}

/** The rows of a ladder from the top down. */
export function ladderRows(view: LadderView): LadderRow[] {
  const { instrument, quote, volume, working, averages, top, count } = view
  const bids = sideOf(view, 'buy')
  const asks = sideOf(view, 'sell')
  const bidOrders = ordersOf(view, 'buy')
  const askOrders = working.length === 0 ? bidOrders : ordersOf(view, 'sell')
  const last = ticksAt(instrument, quote?.last)
  const [high, low] = [ticksAt(instrument, quote?.high), ticksAt(instrument, quote?.low)]
  const upper = ticksAt(instrument, quote?.upperLimit)
  const lower = ticksAt(instrument, quote?.lowerLimit)
  const rows: LadderRow[] = []
  for (let index = 0; index < count; index++) {
    const ticks = top - index
    const traded = volume?.at(ticks)
    rows.push({
      ticks,
      bid: bids(ticks),
      ask: asks(ticks),
      bidOrders: bidOrders?.get(ticks),
      askOrders: askOrders?.get(ticks),
      isLast: ticks === last,
      average: ticks === averages.long ? 'long' : ticks === averages.short ? 'short' : undefined,
      extreme: ticks === high || ticks === low,
      outside: ticks > upper || ticks < lower || ticks <= 0,
      bought: traded?.bought ?? 0,
      sold: traded?.sold ?? 0,
    })
  }
  return rows
}

const NOTHING: LadderDepth = { kind: 'none' }
const NEVER: LadderDepth = { kind: 'never' }

function sideOf({ instrument, quote, depth, now }: LadderView, side: Side) {
  const buys = side === 'buy'
  const live = new Map<number, number>()
  let [best, worst] = [NaN, NaN]
  for (let level = 0; quote !== undefined && level < DEPTH; level++) {
    const lots = (buys ? quote.bidVolumes : quote.askVolumes)[level]!
    const ticks = ticksAt(instrument, (buys ? quote.bidPrices : quote.askPrices)[level])
    if (!(lots > 0) || Number.isNaN(ticks)) continue
    live.set(ticks, lots)
    if (Number.isNaN(best)) best = ticks
    worst = ticks
  }
  // A side with fewer levels than five is shown whole: behind the last there is nothing.
  const whole = live.size < DEPTH
  return (ticks: number): LadderDepth => {
    const lots = live.get(ticks)
    if (lots !== undefined) return { kind: 'live', lots }
    const beyond = buys ? ticks < worst : ticks > worst
    if (!beyond || whole || depth === undefined) return NOTHING
    const seen = depth.volumeAt(ticks)
    const other = depth.sideAt(ticks) === (buys ? -1 : 1)
    if (Number.isNaN(seen) || other) return NEVER
    return { kind: 'seen', lots: seen, age: Math.max(0, now - depth.seenAt(ticks)) }
  }
}

function ordersOf({ working, queueOf }: LadderView, side: Side) {
  if (working.length === 0) return undefined
  const found = new Map<number, LadderOrders>()
  for (const { id, owner, side: own, limit, volume, filled, status, cancelling } of working) {
    if (own !== side || Number.isNaN(limit)) continue
    const before = found.get(limit)
    const queue = before === undefined ? queueOf(id) : before
    found.set(limit, {
      lots: (before?.lots ?? 0) + volume - filled,
      ahead: queue?.ahead ?? NaN,
      band: queue?.band ?? NaN,
      ids: owner === HAND ? [...(before?.ids ?? []), id] : (before?.ids ?? []),
      pending: (before?.pending ?? false) || status !== 'working' || cancelling,
    })
  }
  return found
}

function ticksAt(instrument: Instrument, price: Quote['last'] | undefined): number {
  return price === undefined ? NaN : ticksOf(instrument, price)
}
