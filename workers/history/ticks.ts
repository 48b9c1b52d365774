import type { Instrument, InstrumentId, Quote, TradingDay } from '../../src/core/domain/index.ts'
import { NO_TRADING_DAY, startsTradingDay } from '../../src/core/domain/index.ts'
import type { Row, Tape } from '../../src/core/history/index.ts'
import { tickRow } from '../../src/core/history/index.ts'
import type { Dated, Mark } from './dates.ts'
import { datedQuotes, feedOrder, joinedQuotes } from './dates.ts'
import { MinuteBars } from './minute-bars.ts'

export interface TicksParts {
  readonly tape: Tape
  readonly instruments: readonly (Instrument | undefined)[]
  readonly add: (row: Row) => void
}

/**
 * Writes ticks, and the bars of a minute that they make, in the order of the feed and each under
 * its own trading day. While quotes of an instrument are missing those that come after are held.
 */
export class Ticks {
  /** Missed quotes that were not written, since nobody can tell their trading day. */
  undated = 0
  readonly #parts: TicksParts
  readonly #bars: MinuteBars
  /** The last that was written. */
  readonly #marks: (Mark | undefined)[] = []
  readonly #held = new Map<InstrumentId, Dated[]>()
  /** Instruments whose quotes are of a day that nobody told yet, and how often it was looked. */
  readonly #turning = new Map<InstrumentId, number>()

  constructor(parts: TicksParts) {
    this.#parts = parts
    this.#bars = new MinuteBars(parts.tape)
  }

  /** The last quote of an instrument that was written; undefined before the first. */
  mark(instrument: InstrumentId): Mark | undefined {
    return this.#marks[instrument]
  }

  isHeld(instrument: InstrumentId): boolean {
    return this.#held.has(instrument)
  }

  /** Instruments whose quotes are held. */
  get holes(): number {
    return this.#held.size
  }

  /** A quote as it comes, on the trading day that the gateway is at. */
  live(quote: Quote, day: TradingDay): void {
    const { instrument } = quote
    const held = this.#held.get(instrument)
    const isTurning = this.#turning.has(instrument)
    if (held !== undefined) {
      return void held.push({ quote, day: isTurning || day === NO_TRADING_DAY ? undefined : day })
    }
    // A gateway that has just begun does not know the day before it has asked its venue.
    if (day === NO_TRADING_DAY) return this.#wait(instrument, [{ quote, day: undefined }])
    const mark = this.#marks[instrument]
    if (mark?.day !== day || !startsTradingDay(mark, quote)) return this.#write(quote, day)
    // The settlement is on its way: the market's next day has begun before it was told.
    this.#wait(instrument, [{ quote, day: undefined }])
  }

  /** What comes of an instrument is held until `fill` brought what is missing before it. */
  hold(instrument: InstrumentId): void {
    this.#turning.delete(instrument)
    if (!this.#held.has(instrument)) this.#held.set(instrument, [])
  }

  /**
   * Writes what was missing and what was held.
   *
   * @param told the trading day when the last of the missing ones was told.
   * @param before the last that is stored, where this life has written none.
   * @param isAll whether the first of them is the first that there ever was.
   */
  fill(
    instrument: InstrumentId,
    missing: readonly Quote[],
    told: TradingDay,
    before: Mark | undefined = this.#marks[instrument],
    isAll = false,
  ): void {
    const held = this.#held.get(instrument) ?? []
    this.#held.delete(instrument)
    this.#turning.delete(instrument)
    const undated = missing.map((quote): Dated => ({ quote, day: undefined }))
    const joined = joinedQuotes(undated, held)
    if (told === NO_TRADING_DAY) return this.#wait(instrument, joined)
    const quotes = datedQuotes(joined, before, told)
    for (const { quote, day } of quotes) {
      const isNew = before === undefined || feedOrder(quote, before) > 0
      if (day === undefined) this.undated += isNew ? 1 : 0
      else if (isNew) this.#write(quote, day, isAll)
      else this.#grow(quote, day)
    }
  }

  /** The trading day has turned: what waited for that is written, and the bars of the old day. */
  turn(day: TradingDay): void {
    for (const row of this.#bars.current()) this.#parts.add(row)
    for (const instrument of this.#turning.keys()) this.fill(instrument, [], day)
  }

  /** To be called now and then: where no settlement came, the day goes on. */
  look(): void {
    for (const [instrument, looks] of this.#turning) {
      const mark = this.#marks[instrument]
      if (mark === undefined) continue
      if (looks > 0) this.fill(instrument, [], mark.day)
      else this.#turning.set(instrument, 1)
    }
  }

  /** Writes what is held and what grows, at the end. */
  end(): void {
    for (const [instrument, held] of this.#held) {
      const day = held.findLast((each) => each.day !== undefined)?.day ?? this.mark(instrument)?.day
      if (day !== undefined) this.fill(instrument, [], day)
      else this.undated += held.length
    }
    for (const row of this.#bars.current()) this.#parts.add(row)
  }

  /** Holds quotes until their trading day is told. */
  #wait(instrument: InstrumentId, quotes: readonly Dated[]): void {
    this.#turning.set(instrument, 0)
    this.#held.set(instrument, [...quotes])
  }

  #write(quote: Quote, day: TradingDay, isAll = false): void {
    const { tape, instruments, add } = this.#parts
    const { instrument, at, feedSeq, volume, open, preSettlement } = quote
    const facts = instruments[instrument]
    if (facts === undefined) return
    this.#marks[instrument] = { at, feedSeq, volume, open, preSettlement, day }
    add(tickRow(tape, day, facts.symbol, quote))
    this.#grow(quote, day, isAll)
  }

  #grow(quote: Quote, day: TradingDay, isAll = false): void {
    const { instruments, add } = this.#parts
    const facts = instruments[quote.instrument]
    const bar = facts && this.#bars.update(facts, quote, day, isAll)
    if (bar !== undefined) add(bar)
  }
}
