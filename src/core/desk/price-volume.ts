import type { Instrument, Micros, Quote } from '../domain/index.ts'
import {
  createTradeEstimate,
  estimateTrade,
  startsTradingDay,
  ticksOf,
  tradeTerms,
} from '../domain/index.ts'

/** Lots traded at one price, by who is taken to have crossed the spread. */
export interface PriceLots {
  readonly bought: number
  readonly sold: number
}

const NONE: PriceLots = { bought: 0, sold: 0 }

/** Lots traded at each price of the trading day, as far as it was watched. */
export class PriceVolume {
  /** From when on it was watched; NaN before the first quote. */
  since = NaN as Micros
  #most = 0
  readonly #instrument: Instrument
  readonly #lots = new Map<number, { bought: number; sold: number }>()
  readonly #terms
  readonly #estimate = createTradeEstimate()

  constructor(instrument: Instrument) {
    this.#instrument = instrument
    this.#terms = tradeTerms(instrument)
  }

  /** The most that was traded at one price. */
  get most(): number {
    return this.#most
  }

  at(ticks: number): PriceLots {
    return this.#lots.get(ticks) ?? NONE
  }

  take(quote: Quote, before: Quote | undefined): void {
    if (before === undefined || startsTradingDay(before, quote)) this.#begin(quote.at)
    else this.#add(quote, before)
  }

  /** Adds what came before the first live quote, of its trading day. @param quotes oldest first. */
  join(quotes: readonly Quote[], firstLive: Micros): void {
    // The day turned meanwhile: what came before is of another one.
    if (this.since > firstLive) return
    const earlier = quotes.filter(({ at }) => at <= firstLive)
    const begin = earlier.findLastIndex((quote, index) => {
      const before = earlier[index - 1]
      return before === undefined || startsTradingDay(before, quote)
    })
    for (let index = begin + 1; index < earlier.length; index++) {
      this.#add(earlier[index]!, earlier[index - 1]!)
    }
    this.since = earlier[begin]?.at ?? this.since
  }

  #begin(at: Micros): void {
    this.#lots.clear()
    this.#most = 0
    this.since = at
  }

  /** The mean price is shared out between the two ticks around it, or the earlier bid and ask. */
  #add(quote: Quote, before: Quote): void {
    const estimate = this.#estimate
    if (!estimateTrade(this.#terms, before, quote, estimate)) return
    const { volume, sign } = estimate
    const mean = (estimate.price * this.#instrument.tickScale) / this.#instrument.tickUnits
    const bid = ticksOf(this.#instrument, before.bidPrices[0]!)
    const ask = ticksOf(this.#instrument, before.askPrices[0]!)
    const between = mean >= bid && mean <= ask && ask > bid
    const low = between ? bid : Math.floor(mean + 1e-6)
    const high = between ? ask : Math.ceil(mean - 1e-6)
    const share = high > low ? (mean - low) / (high - low) : 0
    this.#put(low, volume * (1 - share), between ? 0 : (1 + sign) / 2)
    this.#put(high, volume * share, between ? 1 : (1 + sign) / 2)
  }

  #put(ticks: number, lots: number, bought: number): void {
    if (!(lots > 0)) return
    let known = this.#lots.get(ticks)
    if (known === undefined) {
      known = { bought: 0, sold: 0 }
      this.#lots.set(ticks, known)
    }
    known.bought += lots * bought
    known.sold += lots * (1 - bought)
    this.#most = Math.max(this.#most, known.bought + known.sold)
  }
}
