import type { InstrumentId } from './identity.ts'
import { startsTradingDay } from './infer-trade.ts'
import type { Instrument } from './instrument.ts'
import type { Quote } from './quote.ts'
import type { Micros, Price } from './units.ts'
import { MICROS_PER_HOUR } from './units.ts'

/** What an instrument did in one stretch of time. */
export interface Bar {
  readonly kind: 'bar'
  readonly instrument: InstrumentId
  /** Where its stretch begins: it holds the quotes of `start` ≤ at < `start` + `length`. */
  readonly start: Micros
  readonly length: number
  /** First, highest, lowest and final `last` among its quotes. */
  readonly open: Price
  readonly high: Price
  readonly low: Price
  readonly close: Price
  /** Lots traded since the quote before its first one. */
  readonly volume: number
  /** CNY traded in the same time. */
  readonly turnover: number
  /** Of its final quote. */
  readonly openInterest: number
  /** Stamps of its first and its final quote. */
  readonly firstAt: Micros
  readonly lastAt: Micros
  /** Quotes that it was made of. */
  readonly ticks: number
}

export interface BarBuilder {
  /** Takes the next quote. @returns the bar that ended before it, if one did. */
  update(quote: Quote): Bar | undefined
  /** The bar that is growing, as it stands now. */
  current(): Bar | undefined
}

/**
 * Makes bars of one length from the quotes of one instrument, one after the other.
 *
 * Stretches are counted from midnight of 1970-01-01 in UTC+8, so any length that divides a day
 * divides every day in China alike: bars of an hour begin on the hour, bars of a day at midnight
 * (a night session is then split; a bar of a trading day is another thing). A stretch without
 * quotes makes no bar. A quote without `last` makes none either, but its totals count in the next.
 * A quote older than the bar that grows is passed over.
 *
 * Totals are differences of the day's totals. When a trading day turns they begin again from
 * zero, so the bar takes all that the new day has traded; an absent total adds nothing.
 *
 * @throws RangeError when the length is no whole number of microseconds above zero.
 */
export function createBarBuilder(instrument: Instrument, lengthMicros: number): BarBuilder {
  if (!Number.isSafeInteger(lengthMicros) || lengthMicros <= 0) {
    throw new RangeError(
      `a bar of ${instrument.symbol} must last a whole number of microseconds above zero, ` +
        `was ${lengthMicros}`,
    )
  }
  return new GrowingBars(lengthMicros)
}

const BEIJING = 8 * MICROS_PER_HOUR

/** The beginning of the stretch that a moment falls into. */
export function barStart(at: Micros, lengthMicros: number): Micros {
  return (Math.floor((at + BEIJING) / lengthMicros) * lengthMicros - BEIJING) as Micros
}

class GrowingBars implements BarBuilder {
  readonly #length: number
  #previous: Quote | undefined
  #volumeBefore = NaN
  #turnoverBefore = NaN
  #instrument = 0 as InstrumentId
  #start = NaN
  #open = NaN
  #high = NaN
  #low = NaN
  #volume = 0
  #turnover = 0
  #openInterest = NaN
  #close = NaN
  #firstAt = NaN
  #lastAt = NaN
  #ticks = 0

  constructor(length: number) {
    this.#length = length
  }

  update(quote: Quote): Bar | undefined {
    if (quote.at < this.#start) return undefined
    this.#turn(quote)
    if (quote.last !== quote.last) return undefined
    const start = barStart(quote.at, this.#length)
    const ended = start === this.#start ? undefined : this.#end(start)
    if (this.#ticks === 0) {
      this.#instrument = quote.instrument
      this.#open = this.#high = this.#low = quote.last
      this.#firstAt = quote.at
    }
    if (quote.last > this.#high) this.#high = quote.last
    if (quote.last < this.#low) this.#low = quote.last
    this.#close = quote.last
    this.#count(quote)
    this.#openInterest = quote.openInterest
    this.#lastAt = quote.at
    this.#ticks++
    return ended
  }

  current(): Bar | undefined {
    if (this.#ticks === 0) return undefined
    return {
      kind: 'bar',
      instrument: this.#instrument,
      start: this.#start as Micros,
      length: this.#length,
      open: this.#open as Price,
      high: this.#high as Price,
      low: this.#low as Price,
      close: this.#close as Price,
      volume: this.#volume,
      turnover: this.#turnover,
      openInterest: this.#openInterest,
      firstAt: this.#firstAt as Micros,
      lastAt: this.#lastAt as Micros,
      ticks: this.#ticks,
    }
  }

  #end(nextStart: number): Bar | undefined {
    const ended = this.current()
    this.#start = nextStart
    this.#ticks = 0
    this.#volume = 0
    this.#turnover = 0
    return ended
  }

  /** Sets what later totals are measured from, at the first quote and when a day turns. */
  #turn(quote: Quote): void {
    const previous = this.#previous
    this.#previous = quote
    if (previous !== undefined && startsTradingDay(previous, quote)) {
      this.#volumeBefore = 0
      this.#turnoverBefore = 0
    }
    if (this.#volumeBefore !== this.#volumeBefore) this.#volumeBefore = quote.volume
    if (this.#turnoverBefore !== this.#turnoverBefore) this.#turnoverBefore = quote.turnover
  }

  #count(quote: Quote): void {
    if (quote.volume === quote.volume) {
      this.#volume += quote.volume - this.#volumeBefore
      this.#volumeBefore = quote.volume
    }
    if (quote.turnover === quote.turnover) {
      this.#turnover += quote.turnover - this.#turnoverBefore
      this.#turnoverBefore = quote.turnover
    }
  }
}
