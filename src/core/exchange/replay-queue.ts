import { DEPTH } from '../domain/index.ts'
import type { Instrument, Lots, Quote, Side, Ticks } from '../domain/index.ts'
import type { FillRule } from './fill-rule.ts'
import type { OwnOrder } from './own-order.ts'
import { isImmediate } from './own-order.ts'
import { ShownLiquidity } from './shown-liquidity.ts'
import { TradedVolume } from './traded-volume.ts'

/** Hears what filled. */
export type OnFill = (order: OwnOrder, price: Ticks, volume: Lots) => void

/** Orders of ours in one recorded instrument: those that wait, and what quotes do to them. */
export class ReplayQueue {
  readonly instrument: Instrument
  /** Waiting orders; of one side the better price first, then the earlier. */
  readonly waiting: OwnOrder[] = []
  readonly #rule: FillRule
  readonly #onFill: OnFill
  readonly #liquidity: ShownLiquidity
  readonly #traded = new TradedVolume()
  readonly #half: number

  constructor(instrument: Instrument, rule: FillRule, onFill: OnFill) {
    this.instrument = instrument
    this.#rule = rule
    this.#onFill = onFill
    this.#liquidity = new ShownLiquidity(instrument)
    this.#half = instrument.tickSize / 2
  }

  /** A new order takes what the quote shows. @returns whether all of it filled or it now waits. */
  place(order: OwnOrder, quote: Quote | undefined): boolean {
    const { kind, side, limit } = order.terms
    const bound = kind === 'market' ? (side === 'buy' ? Infinity : -Infinity) : limit
    if (quote !== undefined) {
      const { left } = order
      const all = this.#liquidity.reachable(quote, side, bound, left) >= left
      if (kind !== 'fok' || all) {
        this.#liquidity.take(quote, side, bound, left, (price, lots) =>
          this.#onFill(order, price, lots),
        )
      }
    }
    if (order.left === 0) return true
    if (isImmediate(order)) return false
    this.wait(order)
    if (quote !== undefined) this.#look(order, quote)
    return true
  }

  /** Joins the waiting orders; its queue is not known before the next quote. */
  wait(order: OwnOrder): void {
    const { side, limit } = order.terms
    let index = 0
    while (index < this.waiting.length && !isBefore(side, limit, this.waiting[index]!)) index += 1
    this.waiting.splice(index, 0, order)
  }

  withdraw(order: OwnOrder): void {
    const index = this.waiting.indexOf(order)
    if (index >= 0) this.waiting.splice(index, 1)
  }

  /** The market moved: queues shorten, and what was reached fills. */
  move(previous: Quote | undefined, quote: Quote): void {
    if (previous === undefined) this.#traded.none()
    else this.#traded.read(this.instrument, previous, quote)
    let bought = 0
    let sold = 0
    let ended = 0
    for (let index = 0; index < this.waiting.length; index++) {
      const order = this.waiting[index]!
      const { side, limit } = order.terms
      const buys = side === 'buy'
      const shown = this.#shownAt(side, order.limitPrice, quote)
      const lots = this.#rule.fills(order, this.#traded, shown, buys ? bought : sold)
      if (order.ahead === Infinity && shown >= 0) order.ahead = shown
      order.shown = shown
      if (lots > 0) {
        if (buys) bought += lots
        else sold += lots
        this.#onFill(order, limit, lots as Lots)
      }
      if (order.left > 0 && this.#isPassed(order, quote)) this.#fillPassed(order, quote)
      if (order.left === 0) ended += 1
    }
    if (ended > 0) this.#dropEnded()
  }

  #look(order: OwnOrder, quote: Quote): void {
    const shown = this.#shownAt(order.terms.side, order.limitPrice, quote)
    order.shown = shown
    order.ahead = shown >= 0 ? shown : Infinity
  }

  /** Lots shown on a side at a price: 0 before or between its levels, NaN beyond the last. */
  #shownAt(side: Side, price: number, quote: Quote): number {
    const buys = side === 'buy'
    const prices = buys ? quote.bidPrices : quote.askPrices
    const volumes = buys ? quote.bidVolumes : quote.askVolumes
    for (let level = 0; level < DEPTH; level++) {
      const distance = buys ? prices[level]! - price : price - prices[level]!
      if (distance < -this.#half) return 0
      if (distance < this.#half) return volumes[level]!
    }
    return NaN
  }

  #isPassed(order: OwnOrder, quote: Quote): boolean {
    const edge = (this.#rule.passedBy - 0.5) * 2 * this.#half
    return order.terms.side === 'buy'
      ? quote.askPrices[0]! <= order.limitPrice - edge
      : quote.bidPrices[0]! >= order.limitPrice + edge
  }

  /** The other side stands where it would have met the order: it fills at its own price. */
  #fillPassed(order: OwnOrder, quote: Quote): void {
    const { side, limit } = order.terms
    const { passedBy } = this.#rule
    const bound = side === 'buy' ? limit - passedBy : limit + passedBy
    const wanted = order.left
    const left = this.#liquidity.take(quote, side, bound, wanted, () => undefined)
    if (wanted > left) this.#onFill(order, limit, (wanted - left) as Lots)
  }

  #dropEnded(): void {
    let kept = 0
    for (const order of this.waiting) {
      if (order.left > 0) {
        this.waiting[kept] = order
        kept += 1
      }
    }
    this.waiting.length = kept
  }
}

function isBefore(side: Side, limit: Ticks, other: OwnOrder): boolean {
  if (other.terms.side !== side) return false
  return side === 'buy' ? limit > other.terms.limit : limit < other.terms.limit
}
