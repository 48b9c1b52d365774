import type { Bar, BarBuilder, Instrument, Quote } from '../../src/core/domain/index.ts'
import {
  barStart,
  createBarBuilder,
  MICROS_PER_MINUTE,
  MICROS_PER_SECOND,
} from '../../src/core/domain/index.ts'
import type { RowOf, Tape } from '../../src/core/history/index.ts'
import { feedOrder } from './dates.ts'

const PERIOD = MICROS_PER_MINUTE / MICROS_PER_SECOND

interface Growing {
  readonly instrument: Instrument
  readonly builder: BarBuilder
  /** The bar whose beginning nobody saw: it is not written. */
  readonly partial: number
  last: Quote
  day: number
}

/** Makes rows of the bars of a minute from quotes in the order of their feed. */
export class MinuteBars {
  readonly #tape: Tape
  readonly #growing: (Growing | undefined)[] = []

  constructor(tape: Tape) {
    this.#tape = tape
  }

  /**
   * Takes the next quote; one that is not newer than the last is passed over.
   *
   * @param isFirst whether nothing was quoted before it, where it is the first that comes here.
   * @returns the bar that ended before it, if one did.
   */
  update(
    instrument: Instrument,
    quote: Quote,
    day: number,
    isFirst = false,
  ): RowOf<'bars'> | undefined {
    const known = this.#growing[instrument.id]
    if (known === undefined) {
      const builder = createBarBuilder(instrument, MICROS_PER_MINUTE)
      builder.update(quote)
      const partial = isFirst ? NaN : barStart(quote.at, MICROS_PER_MINUTE)
      this.#growing[instrument.id] = { instrument, builder, partial, last: quote, day }
      return undefined
    }
    if (feedOrder(quote, known.last) <= 0) return undefined
    const ended = known.builder.update(quote)
    const row = ended && this.#row(known, ended)
    known.last = quote
    known.day = day
    return row
  }

  /** The bars that are growing, as they stand: another quote of their minute makes them anew. */
  current(): readonly RowOf<'bars'>[] {
    return this.#growing.flatMap((growing) => {
      const bar = growing?.builder.current()
      return (growing && bar && this.#row(growing, bar)) ?? []
    })
  }

  #row({ instrument, partial, day }: Growing, bar: Bar): RowOf<'bars'> | undefined {
    if (bar.start === partial) return undefined
    const { mode, profile, runId } = this.#tape
    const { start, open, high, low, close, volume, turnover, openInterest, ticks } = bar
    return {
      table: 'bars',
      ts: start,
      mode,
      profile,
      run_id: runId,
      trading_day: day,
      symbol: instrument.symbol,
      period: PERIOD,
      open,
      high,
      low,
      close,
      volume,
      turnover,
      open_interest: openInterest,
      ticks,
    }
  }
}
