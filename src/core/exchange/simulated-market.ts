import type { Fen, Instrument, Lots, Micros, Price, Quote, Random, Ticks } from '../domain/index.ts'
import { createQuote, priceOf } from '../domain/index.ts'
import { Book } from './book.ts'
import type { TradeSink } from './book.ts'
import { DayTape } from './day-tape.ts'
import { OrderFlow } from './order-flow.ts'
import { NO_SLOT } from './order-pool.ts'
import type { OwnOrder } from './own-order.ts'
import type { MarketMark } from './record.ts'
import { SlotSet } from './slot-set.ts'

const BACKGROUND = 0
const OWN = 1

/** Hears of every trade of an order that is not the background's. */
export type OwnTrade = (order: OwnOrder, price: Ticks, volume: Lots) => void

/** One instrument of the built-in market: its book, its background flow, its day. */
export class SimulatedMarket implements TradeSink {
  readonly instrument: Instrument
  readonly tape: DayTape
  preSettlement: Ticks
  /** Something within the five levels changed since the last snapshot, or was traded. */
  changed = false
  book: Book
  readonly #flow: OrderFlow
  readonly #limitRatio: number
  readonly #ownTrade: OwnTrade
  readonly #own: (OwnOrder | undefined)[] = []
  #background = new SlotSet()
  #taker: OwnOrder | undefined
  #middle: number
  #shownLow = -Infinity
  #shownHigh = Infinity
  #stamp = -1
  #feedSeq = 0

  constructor(
    mark: MarketMark,
    instrument: Instrument,
    random: Random,
    limitRatio: number,
    interval: number,
    ownTrade: OwnTrade,
  ) {
    this.instrument = instrument
    this.preSettlement = mark.preSettlement
    this.tape = new DayTape(instrument.tickValue, mark.openInterest)
    this.tape.last = mark.last
    this.tape.open = mark.open
    this.tape.high = mark.high
    this.tape.low = mark.low
    this.tape.volume = mark.volume
    this.tape.turnover = mark.turnover
    this.#flow = new OrderFlow(random, interval)
    this.#limitRatio = limitRatio
    this.#ownTrade = ownTrade
    this.#middle = mark.middle
    this.book = this.#grown()
  }

  /** One event of the background: a limit order, a market order or a cancel. */
  event(): void {
    const flow = this.#flow
    const kind = flow.draw(this.#background.size)
    if (kind === 'limit') this.#limit(flow.side('limit'), flow.distance())
    else if (kind === 'market') {
      this.#taker = undefined
      this.book.submit('market', flow.side('market'), 0, flow.lots(), BACKGROUND, this)
    } else if (this.#background.size > 0) {
      const slot = this.#background.at(flow.place(this.#background.size))
      if (flow.spares(this.book.isBid(slot))) return
      this.#touch(this.book.priceOf(slot))
      this.#background.drop(slot)
      this.book.cancel(slot)
    }
  }

  /** Time went on by one interval. */
  turn(): void {
    const half = Math.max(1, this.preSettlement * this.#limitRatio)
    this.#flow.turn((this.middle - this.preSettlement) / half)
  }

  /** @returns lots that did not trade, for an order that does not rest. */
  place(order: OwnOrder): Lots {
    this.#taker = order
    const { kind, side, limit } = order.terms
    const slot = this.book.submit(kind, side, limit, order.left, OWN, this)
    this.#taker = undefined
    if (slot === NO_SLOT) return this.book.left as Lots
    order.slot = slot
    this.#own[slot] = order
    this.#touch(limit)
    return 0 as Lots
  }

  withdraw(order: OwnOrder): void {
    if (order.slot === NO_SLOT) return
    this.#touch(order.terms.limit)
    this.book.cancel(order.slot)
    this.#forget(order)
  }

  traded(maker: number, tag: number, price: number, volume: number, left: number): void {
    this.tape.trade(price, volume)
    this.tape.openInterest = Math.max(0, this.tape.openInterest + this.#flow.interest(volume))
    this.changed = true
    if (tag === OWN) {
      const order = this.#own[maker]
      if (order === undefined) throw new Error(`slot ${maker} of ${this.instrument.symbol} is lost`)
      if (left === 0) this.#forget(order)
      this.#ownTrade(order, price as Ticks, volume as Lots)
    } else if (left === 0) this.#background.drop(maker)
    if (this.#taker !== undefined) this.#ownTrade(this.#taker, price as Ticks, volume as Lots)
  }

  /** Between best bid and best ask, rounded down; where one side is empty, the other's best. */
  get middle(): Ticks {
    const { bestBid, bestAsk, lowest, highest } = this.book
    if (bestBid >= lowest && bestAsk <= highest) this.#middle = Math.floor((bestBid + bestAsk) / 2)
    else if (bestBid >= lowest) this.#middle = bestBid
    else if (bestAsk <= highest) this.#middle = bestAsk
    return this.#middle as Ticks
  }

  mark(): MarketMark {
    const { last, open, high, low, volume, turnover, openInterest } = this.tape
    return {
      instrument: this.instrument.id,
      middle: this.middle,
      preSettlement: this.preSettlement,
      last: last as Ticks,
      open: open as Ticks,
      high: high as Ticks,
      low: low as Ticks,
      volume,
      turnover: turnover as Fen,
      openInterest,
    }
  }

  /** A new day around its settlement price; no order of ours may rest any more. */
  newDay(settlement: Ticks): void {
    this.#middle = this.middle
    this.preSettlement = settlement
    this.tape.turn()
    this.#background = new SlotSet()
    this.book = this.#grown()
  }

  snapshot(at: Micros): Quote {
    const { instrument, tape, book } = this
    const bidPrices: number[] = [0, 0, 0, 0, 0]
    const bidVolumes: number[] = [0, 0, 0, 0, 0]
    const askPrices: number[] = [0, 0, 0, 0, 0]
    const askVolumes: number[] = [0, 0, 0, 0, 0]
    book.depth('buy', bidPrices, bidVolumes)
    book.depth('sell', askPrices, askVolumes)
    const lowest = bidPrices[4]!
    const highest = askPrices[4]!
    this.#shownLow = Number.isNaN(lowest) ? -Infinity : lowest
    this.#shownHigh = Number.isNaN(highest) ? Infinity : highest
    this.changed = false
    this.#feedSeq = at === this.#stamp ? this.#feedSeq + 1 : 0
    this.#stamp = at
    for (let level = 0; level < bidPrices.length; level++) {
      bidPrices[level] = this.#price(bidPrices[level]!)
      askPrices[level] = this.#price(askPrices[level]!)
    }
    return createQuote(
      instrument.id,
      at,
      at,
      this.#feedSeq,
      this.#price(tape.last),
      tape.volume,
      tape.turnover / 100,
      tape.openInterest,
      this.#price(tape.open),
      this.#price(tape.high),
      this.#price(tape.low),
      this.#price(book.highest),
      this.#price(book.lowest),
      this.#price(this.preSettlement),
      bidPrices as Price[],
      bidVolumes as Lots[],
      askPrices as Price[],
      askVolumes as Lots[],
    )
  }

  #price(ticks: number): Price {
    return priceOf(this.instrument, ticks as Ticks)
  }

  #limit(side: 'buy' | 'sell', distance: number): void {
    const { book } = this
    const buys = side === 'buy'
    const other = buys ? book.bestAsk : book.bestBid
    const empty = other < book.lowest || other > book.highest
    const from = empty ? this.middle + (buys ? 1 : -1) : other
    this.#rest(side, buys ? from - distance : from + distance)
  }

  /** Nobody quotes beyond the day's limits. */
  #rest(side: 'buy' | 'sell', price: number): void {
    const { book } = this
    if (price < book.lowest || price > book.highest) return
    const slot = book.submit('limit', side, price, this.#flow.lots(), BACKGROUND, this)
    if (slot !== NO_SLOT) this.#background.add(slot)
    this.#touch(price)
  }

  /** An empty book for the day's limits, filled with background orders around the middle. */
  #grown(): Book {
    const half = Math.max(1, Math.floor(this.preSettlement * this.#limitRatio))
    const lowest = Math.max(1, this.preSettlement - half)
    const highest = this.preSettlement + half
    this.book = new Book(lowest, highest)
    this.#middle = Math.min(Math.max(this.#middle, lowest), highest)
    this.#taker = undefined
    const middle = this.#middle
    for (let i = 0; i < this.#flow.resting; i++) {
      const distance = this.#flow.distance()
      if (i % 2 === 0) this.#rest('buy', middle + 1 - distance)
      else this.#rest('sell', middle + distance)
    }
    return this.book
  }

  #touch(price: number): void {
    if (price >= this.#shownLow && price <= this.#shownHigh) this.changed = true
  }

  #forget(order: OwnOrder): void {
    this.#own[order.slot] = undefined
    order.slot = NO_SLOT
  }
}
