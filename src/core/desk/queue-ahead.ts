import type { Instrument, Micros, Order, OrderId, Quote } from '../domain/index.ts'
import { isFinal } from '../domain/index.ts'
import { TradedVolume } from '../exchange/traded-volume.ts'
import { shownAt } from './queue-place.ts'
import type { QueueShare } from './queue-share.ts'
import { NO_SHARE, bandOf, beginShare, cancelled, clipped, traded } from './queue-share.ts'

/** Lots before an own working order at its price, as far as snapshots tell. */
export interface QueueEstimate {
  /** Whole lots; NaN while the price is beyond the five levels. */
  readonly ahead: number
  /** ± so many; NaN where `ahead` is. */
  readonly band: number
  /** All lots at the price, the order's own included; NaN where `ahead` is. */
  readonly level: number
  /** Bounds that hold where no lots came and went unseen between two snapshots. */
  readonly low: number
  readonly high: number
}

interface Waiting {
  order: Order
  /** From when on a snapshot surely shows it: its acceptance; Infinity before. */
  shownFrom: number
  share: QueueShare
  /** Lots of others at the price when they were seen last; NaN while they are not. */
  others: number
}

const UNKNOWN: QueueEstimate = { ahead: NaN, band: NaN, level: NaN, low: NaN, high: NaN }

/**
 * Estimates where own limit orders of one instrument stand in their queues. At its placing an
 * order has before it what its price shows. Trades at the price take from the front. Where the
 * level shrinks beyond what was traded, cancels fell before and behind the order, shared out in
 * proportion. Lots that come join behind. When the price leaves the five levels everything is
 * forgotten: then between none and all of the others may be ahead.
 */
export class QueueAhead {
  readonly #instrument: Instrument
  readonly #waiting = new Map<OrderId, Waiting>()
  readonly #traded = new TradedVolume()

  constructor(instrument: Instrument) {
    this.#instrument = instrument
  }

  /**
   * The newest word on an order of this instrument.
   * @param quote the newest that is known.
   */
  order(order: Order, quote: Quote | undefined): void {
    if (order.kind !== 'limit' || isFinal(order.status)) {
      this.#waiting.delete(order.id)
      return
    }
    const waiting = this.#waiting.get(order.id) ?? this.#begin(order, quote)
    waiting.order = order
    if (order.status === 'working' && waiting.shownFrom === Infinity) {
      waiting.shownFrom = order.updatedAt
    }
    // Price and time: lots of the order trade once none is left before it.
    if (order.filled > 0) waiting.share = beginShare(0)
  }

  quote(quote: Quote, before: Quote | undefined): void {
    if (this.#waiting.size === 0) return
    if (before === undefined) this.#traded.none()
    else this.#traded.read(this.#instrument, before, quote)
    for (const waiting of this.#waiting.values()) this.#move(waiting, quote)
  }

  /** Undefined of an order that does not wait. */
  of(order: OrderId): QueueEstimate | undefined {
    const waiting = this.#waiting.get(order)
    if (waiting === undefined) return undefined
    // Nobody knows whether it stands in a queue at all.
    if (waiting.order.status === 'unknown') return UNKNOWN
    const { share, others } = waiting
    if (Number.isNaN(others) || Number.isNaN(share.ahead)) return UNKNOWN
    const { volume, filled } = waiting.order
    const { ahead, low, high } = share
    const level = others + volume - filled
    return { ahead: Math.round(ahead), band: bandOf(share), level, low, high }
  }

  clear(): void {
    this.#waiting.clear()
  }

  #begin(order: Order, quote: Quote | undefined): Waiting {
    const { side, limit } = order
    const shown = quote === undefined ? NaN : shownAt(this.#instrument, quote, side, limit)
    // One that was working before it was first heard of: nobody saw how it was placed.
    const seen = order.status === 'pending'
    const share = seen ? beginShare(shown) : NO_SHARE
    const waiting = { order, shownFrom: Infinity, share, others: seen ? shown : NaN }
    this.#waiting.set(order.id, waiting)
    return waiting
  }

  #move(waiting: Waiting, quote: Quote): void {
    const { order, share } = waiting
    const shown = shownAt(this.#instrument, quote, order.side, order.limit)
    if (Number.isNaN(shown)) {
      waiting.others = NaN
      waiting.share = NO_SHARE
      return
    }
    const own = isShown(quote.at, waiting) ? order.volume - order.filled : 0
    const others = Math.max(0, shown - own)
    const before = waiting.others
    waiting.others = others
    if (Number.isNaN(before) || Number.isNaN(share.ahead)) {
      waiting.share = clipped({ ...NO_SHARE, low: 0, high: Infinity }, others)
      return
    }
    const lots = Math.min(this.#traded.at(order.limit), before)
    const left = before - lots
    const gone = Math.max(0, left - others)
    waiting.share = clipped(cancelled(traded(share, lots), gone, left), others)
  }
}

function isShown(at: Micros, { shownFrom }: Waiting): boolean {
  return at >= shownFrom
}
