import type { Instrument, InstrumentId, Micros, Quote } from '../domain/index.ts'
import { startsTradingDay } from '../domain/index.ts'

/** What of a quote follows from its own figures; NaN where it cannot be told. */
export interface QuoteFigures {
  /** Against the settlement price before. */
  readonly change: number
  readonly changeRatio: number
  /** Mean price of the day. */
  readonly average: number
  readonly limit: 'up' | 'down' | ''
  /** From the venue's stamp to this machine, in µs; NaN where the feed does not say. */
  readonly delay: number
}

export function quoteFigures(instrument: Instrument, quote: Quote): QuoteFigures {
  const { at, received } = quote
  return {
    change: changeOf(quote),
    changeRatio: changeOf(quote) / quote.preSettlement,
    average: dayAverage(instrument, quote),
    limit: limitOf(instrument, quote),
    delay: received > at ? received - at : NaN,
  }
}

/** By how much the last price differs from the settlement price before; NaN where unknown. */
export function changeOf({ last, preSettlement }: Quote): number {
  return preSettlement > 0 && last > 0 ? last - preSettlement : NaN
}

/** Whether the last price stands at one of the day's limits. */
export function limitOf(
  { tickSize }: Instrument,
  { last, upperLimit, lowerLimit }: Quote,
): 'up' | 'down' | '' {
  const near = tickSize / 2
  if (last > upperLimit - near) return 'up'
  return last < lowerLimit + near ? 'down' : ''
}

/**
 * Turnover against volume. CZCE counts its turnover without the multiplier in some feeds and with
 * it in others: whichever mean lies within the day's range is taken, and none where neither does.
 */
function dayAverage({ multiplier, tickSize }: Instrument, quote: Quote): number {
  const { turnover, volume, high, low } = quote
  if (!(volume > 0) || !(turnover > 0)) return NaN
  const within = (mean: number): boolean =>
    !(mean > high + tickSize) && !(mean < low - tickSize) && Number.isFinite(mean)
  const mean = turnover / (volume * multiplier)
  if (within(mean)) return mean
  return high > 0 && low > 0 && within(turnover / volume) ? turnover / volume : NaN
}

/** Open interest that was seen first, and when. */
export interface FirstInterest {
  readonly openInterest: number
  readonly at: Micros
  /** Of the last quote of that day. */
  quote: Quote
}

/** What each instrument's open interest was when its trading day was seen first. */
export class FirstInterests {
  readonly #first: (FirstInterest | undefined)[] = []

  take(quote: Quote): void {
    const known = this.#first[quote.instrument]
    if (known !== undefined && !startsTradingDay(known.quote, quote)) {
      known.quote = quote
      return
    }
    const { openInterest, at, instrument } = quote
    this.#first[instrument] = { openInterest, at, quote }
  }

  of(instrument: InstrumentId): FirstInterest | undefined {
    return this.#first[instrument]
  }

  clear(): void {
    this.#first.length = 0
  }
}
