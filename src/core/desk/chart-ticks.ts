import type { Instrument, Lots, Micros, Price, Quote, Ticks } from '../domain/index.ts'
import {
  DEPTH,
  NO_PRICE,
  createQuote,
  createTradeEstimate,
  estimateTrade,
  priceOf,
  ticksOf,
  tradeTerms,
} from '../domain/index.ts'
import type { TickColumns } from './chart-columns.ts'
import { LEVELS, copyRows, createColumns, dropRows, grownColumns } from './chart-columns.ts'
import { compareTicks, joinTicks } from './chart-join.ts'
import { firstAbove, keyAfter } from './chart-key.ts'
import type { ToldTicks } from './chart-rows.ts'

/** Ticks that are kept of one instrument: almost three hours at two a second. */
export const TICKS_KEPT = 20_000
/** Dropped at once when there are more. */
const DROPPED = 4_000
const FIRST_ROWS = 4_096

/** The newest ticks of one instrument, in the feed's order, in columns. */
export class TickSeries {
  readonly instrument: Instrument
  columns: TickColumns = createColumns(FIRST_ROWS)
  count = 0
  /** Changes whenever indices come to mean other ticks: whoever kept some begins anew. */
  generation = 0
  readonly #estimate = createTradeEstimate()
  readonly #terms
  #newest: Quote | undefined

  constructor(instrument: Instrument) {
    this.instrument = instrument
    this.#terms = tradeTerms(instrument)
  }

  get newest(): Quote | undefined {
    return this.#newest
  }

  /** @returns false of a tick that is not newer than the newest: it was there, or is late. */
  append(quote: Quote, day: number): boolean {
    const before = this.#newest
    if (before !== undefined && compareTicks(quote, before) <= 0) return false
    if (this.count >= TICKS_KEPT + DROPPED) this.#drop()
    if (this.count >= this.columns.at.length) {
      this.columns = grownColumns(this.columns, 2 * this.columns.at.length)
    }
    this.#put(this.count++, quote, before, day)
    this.#newest = quote
    return true
  }

  /** Ticks that came late, as from history, find their places. @returns whether any was new. */
  insert({ quotes, days }: ToldTicks): boolean {
    if (quotes.every((quote) => this.#holds(quote))) return false
    const { columns: old, count } = this
    const later = this.#firstAfter(quotes.at(-1)!)
    const known = Array.from({ length: later }, (_, index) => this.quoteAt(index))
    const dayOf = new Map(quotes.map((quote, index) => [quote.at, days[index] ?? 0]))
    for (const [index, { at }] of known.entries()) {
      if (old.day[index]! > 0) dayOf.set(at, old.day[index]!)
    }
    const room = Math.max(0, TICKS_KEPT - (count - later))
    const joined = room === 0 ? [] : joinTicks(known, quotes).slice(-room)
    this.clear()
    this.columns = createColumns(old.at.length)
    for (const quote of joined) this.append(quote, dayOf.get(quote.at) ?? 0)
    this.#takeBack(old, later, count)
    return true
  }

  clear(): void {
    this.count = 0
    this.generation++
    this.#newest = undefined
  }

  /** Index of the newest tick that is not after the moment; −1 where all are. */
  indexAt(at: number): number {
    return firstAbove(this.columns.at, this.count, at) - 1
  }

  /** The tick as a quote again; what the columns do not keep is absent. */
  quoteAt(index: number, columns = this.columns): Quote {
    const { at, feedSeq, last, volume, turnover, openInterest } = columns
    return createQuote(
      this.instrument.id,
      at[index] as Micros,
      at[index] as Micros,
      feedSeq[index]!,
      last[index] as Price,
      volume[index]!,
      turnover[index]!,
      openInterest[index]!,
      NO_PRICE,
      NO_PRICE,
      NO_PRICE,
      NO_PRICE,
      NO_PRICE,
      NO_PRICE,
      this.#prices(columns, index, 0),
      this.#volumes(columns, index, 0),
      this.#prices(columns, index, DEPTH),
      this.#volumes(columns, index, DEPTH),
    )
  }

  #holds({ at, feedSeq }: Quote): boolean {
    const { columns } = this
    let index = this.indexAt(at)
    while (index >= 0 && columns.at[index] === at && columns.feedSeq[index]! > feedSeq) index--
    return index >= 0 && columns.at[index] === at && columns.feedSeq[index] === feedSeq
  }

  #firstAfter(quote: Quote): number {
    const { at, feedSeq } = this.columns
    let index = this.indexAt(quote.at) + 1
    while (index > 0 && at[index - 1] === quote.at && feedSeq[index - 1]! > quote.feedSeq) index--
    return index
  }

  /** Ticks of before, from one on: as they were, but for the first, whose neighbour is another. */
  #takeBack(old: TickColumns, from: number, count: number): void {
    let index = from
    for (; index < count; index++) {
      this.append(this.quoteAt(index, old), old.day[index]!)
      // Keys of one stamp may have moved on: from here on they stand where they stood.
      if (this.columns.key[this.count - 1] === old.key[index]) break
    }
    const rest = count - index - 1
    if (rest <= 0) return
    while (this.columns.at.length < this.count + rest) {
      this.columns = grownColumns(this.columns, 2 * this.columns.at.length)
    }
    copyRows(old, index + 1, rest, this.columns, this.count)
    this.count += rest
    this.#newest = this.quoteAt(this.count - 1)
  }

  #prices({ bookTicks, bookLots }: TickColumns, index: number, from: number): Price[] {
    return Array.from({ length: DEPTH }, (_, level) => {
      const place = index * LEVELS + from + level
      return bookLots[place]! > 0 ? priceOf(this.instrument, bookTicks[place] as Ticks) : NO_PRICE
    })
  }

  #volumes({ bookLots }: TickColumns, index: number, from: number): Lots[] {
    const begin = index * LEVELS + from
    return [...bookLots.subarray(begin, begin + DEPTH)] as Lots[]
  }

  #drop(): void {
    dropRows(this.columns, DROPPED, this.count)
    this.count -= DROPPED
    this.generation++
  }

  #put(index: number, quote: Quote, before: Quote | undefined, day: number): void {
    const { columns } = this
    columns.at[index] = quote.at
    columns.feedSeq[index] = quote.feedSeq
    columns.key[index] = keyAfter(index === 0 ? Number.NaN : columns.key[index - 1]!, quote.at)
    columns.day[index] = day
    columns.last[index] = quote.last
    columns.volume[index] = quote.volume
    columns.turnover[index] = quote.turnover
    columns.openInterest[index] = quote.openInterest
    const estimate = this.#estimate
    const traded = before !== undefined && estimateTrade(this.#terms, before, quote, estimate)
    columns.lots[index] = traded ? estimate.volume : 0
    columns.price[index] = traded ? estimate.price : Number.NaN
    columns.sign[index] = traded ? estimate.sign : 0
    const bid = this.#putSide(index, 0, quote.bidPrices, quote.bidVolumes)
    const ask = this.#putSide(index, DEPTH, quote.askPrices, quote.askVolumes)
    columns.middle[index] = bid === bid && ask === ask ? (bid + ask) / 2 : bid === bid ? bid : ask
  }

  /** @returns the best price; NaN of an empty side. */
  #putSide(
    index: number,
    from: number,
    prices: readonly Price[],
    volumes: readonly number[],
  ): number {
    const { bookTicks, bookLots } = this.columns
    let best = Number.NaN
    for (let level = 0; level < DEPTH; level++) {
      const ticks = ticksOf(this.instrument, prices[level]!)
      const there = ticks === ticks && volumes[level]! > 0
      bookTicks[index * LEVELS + from + level] = there ? ticks : 0
      bookLots[index * LEVELS + from + level] = there ? volumes[level]! : 0
      if (there && best !== best) best = prices[level]!
    }
    return best
  }
}
