import type { OrderKind, Side } from '../domain/index.ts'
import { DEPTH } from '../domain/index.ts'
import { Occupancy } from './occupancy.ts'
import { NO_SLOT, OrderPool } from './order-pool.ts'

/** Hears of every trade, maker by maker, best price first, earliest first. */
export interface TradeSink {
  /** `left` of the maker; at 0 its slot is free after this call. */
  traded(maker: number, tag: number, price: number, volume: number, left: number): void
}

/**
 * A limit order book in price-time priority. Prices are whole ticks between the day's limits, so
 * a level is an array index and a queue is linked through its orders: adding, cancelling and each
 * trade cost the same however deep the book is. Between best bid and best ask every level is
 * empty, so one set of levels serves both sides.
 */
export class Book {
  /** Lowest and highest tick that may be quoted. */
  readonly lowest: number
  readonly highest: number
  /** `lowest - 1` when nobody bids. */
  bestBid: number
  /** `highest + 1` when nobody offers. */
  bestAsk: number
  /** Lots that the last submitted order did not trade. */
  left = 0
  readonly #orders = new OrderPool()
  readonly #head: Int32Array
  readonly #tail: Int32Array
  readonly #lots: Int32Array
  readonly #taken: Occupancy

  constructor(lowest: number, highest: number) {
    const size = highest - lowest + 1
    if (!(size > 0 && size <= 1_000_000)) {
      throw new RangeError(`a book spans 1 to 1000000 ticks, was ${lowest} to ${highest}`)
    }
    this.lowest = lowest
    this.highest = highest
    this.bestBid = lowest - 1
    this.bestAsk = highest + 1
    this.#head = new Int32Array(size).fill(NO_SLOT)
    this.#tail = new Int32Array(size).fill(NO_SLOT)
    this.#lots = new Int32Array(size)
    this.#taken = new Occupancy(size)
  }

  /**
   * Trades what it can; a limit order's remainder rests, any other's is gone (`left` tells it).
   * `fok` trades all or nothing. The limit of a market order is not read.
   *
   * @returns the slot of the resting order, or `NO_SLOT`.
   */
  submit(
    kind: OrderKind,
    side: Side,
    limit: number,
    volume: number,
    tag: number,
    sink: TradeSink,
  ): number {
    const buys = side === 'buy'
    const bound = kind === 'market' ? (buys ? this.highest : this.lowest) : limit
    this.left = volume
    if (kind === 'fok' && !this.#reachable(buys, bound, volume)) return NO_SLOT
    if (buys) this.#buy(bound, sink)
    else this.#sell(bound, sink)
    return kind === 'limit' && this.left > 0 ? this.#rest(buys, limit, this.left, tag) : NO_SLOT
  }

  /** Takes a resting order out. */
  cancel(slot: number): void {
    this.#lots[this.#orders.price[slot]! - this.lowest]! -= this.#orders.volume[slot]!
    this.#unlink(slot)
  }

  priceOf(slot: number): number {
    return this.#orders.price[slot]!
  }

  /** Lots left of a resting order; 0 for a slot that is not in use. */
  volumeOf(slot: number): number {
    return this.#orders.volume[slot]!
  }

  isBid(slot: number): boolean {
    return this.#orders.price[slot]! <= this.bestBid
  }

  /** Lots before a resting order at its price; walks its queue. */
  aheadOf(slot: number): number {
    let ahead = 0
    let before = this.#orders.previous[slot]!
    while (before !== NO_SLOT) {
      ahead += this.#orders.volume[before]!
      before = this.#orders.previous[before]!
    }
    return ahead
  }

  /** Lots that rest at a price. */
  lotsAt(price: number): number {
    return price < this.lowest || price > this.highest ? 0 : this.#lots[price - this.lowest]!
  }

  /** Writes the five best levels of a side, best first; NaN and 0 where there are fewer. */
  depth(side: Side, prices: number[], volumes: number[]): void {
    const buys = side === 'buy'
    let index = buys
      ? this.#taken.previous(this.bestBid - this.lowest)
      : this.#taken.next(this.bestAsk - this.lowest)
    for (let level = 0; level < DEPTH; level++) {
      prices[level] = index < 0 ? NaN : index + this.lowest
      volumes[level] = index < 0 ? 0 : this.#lots[index]!
      if (index >= 0) index = buys ? this.#taken.previous(index - 1) : this.#taken.next(index + 1)
    }
  }

  #reachable(buys: boolean, bound: number, volume: number): boolean {
    let wanted = volume
    let index = (buys ? this.bestAsk : this.bestBid) - this.lowest
    const last = bound - this.lowest
    while (index >= 0 && index < this.#lots.length && (buys ? index <= last : index >= last)) {
      wanted -= this.#lots[index]!
      if (wanted <= 0) return true
      index = buys ? this.#taken.next(index + 1) : this.#taken.previous(index - 1)
    }
    return false
  }

  #buy(bound: number, sink: TradeSink): void {
    while (this.left > 0 && this.bestAsk <= bound && this.bestAsk <= this.highest) {
      this.#consume(this.bestAsk, sink)
    }
  }

  #sell(bound: number, sink: TradeSink): void {
    while (this.left > 0 && this.bestBid >= bound && this.bestBid >= this.lowest) {
      this.#consume(this.bestBid, sink)
    }
  }

  /** Trades with the first order of a level. */
  #consume(price: number, sink: TradeSink): void {
    const slot = this.#head[price - this.lowest]!
    const resting = this.#orders.volume[slot]!
    const volume = resting < this.left ? resting : this.left
    const left = resting - volume
    this.left -= volume
    this.#lots[price - this.lowest]! -= volume
    this.#orders.volume[slot] = left
    sink.traded(slot, this.#orders.tag[slot]!, price, volume, left)
    if (left === 0) this.#unlink(slot)
  }

  #rest(buys: boolean, price: number, volume: number, tag: number): number {
    const index = price - this.lowest
    const slot = this.#orders.acquire(price, volume, tag)
    const tail = this.#tail[index]!
    if (tail === NO_SLOT) {
      this.#head[index] = slot
      this.#taken.set(index)
    } else {
      this.#orders.next[tail] = slot
      this.#orders.previous[slot] = tail
    }
    this.#tail[index] = slot
    this.#lots[index]! += volume
    if (buys) {
      if (price > this.bestBid) this.bestBid = price
    } else if (price < this.bestAsk) this.bestAsk = price
    return slot
  }

  #unlink(slot: number): void {
    const orders = this.#orders
    const price = orders.price[slot]!
    const index = price - this.lowest
    const before = orders.previous[slot]!
    const after = orders.next[slot]!
    if (before === NO_SLOT) this.#head[index] = after
    else orders.next[before] = after
    if (after === NO_SLOT) this.#tail[index] = before
    else orders.previous[after] = before
    orders.release(slot)
    if (this.#head[index] !== NO_SLOT) return
    this.#taken.clear(index)
    if (price === this.bestBid) this.bestBid = this.#taken.previous(index - 1) + this.lowest
    else if (price === this.bestAsk) {
      const next = this.#taken.next(index + 1)
      this.bestAsk = next < 0 ? this.highest + 1 : next + this.lowest
    }
  }
}
