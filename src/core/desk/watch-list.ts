import type { Instrument, InstrumentId, Micros, Quote } from '../domain/index.ts'
import { MICROS_PER_SECOND } from '../domain/index.ts'
import { Trend } from './trend.ts'

/** A row of the watch list: the same object as long as its instrument is known. */
export interface WatchRow {
  readonly symbol: string
  instrument: Instrument
  quote: Quote | undefined
  /** Last prices since the window looks. */
  readonly trend: Trend
  /** Which way the price went last, and the number of that change: what flashes. */
  flash: 'up' | 'down' | ''
  flashNumber: number
  flashedAt: Micros
}

/** A cell flashes at most so often; and none does while more change than that in a second. */
const FLASH_EVERY = MICROS_PER_SECOND
const MOST_CHANGES = 20

/** Instruments that a person watches. Those that were taken off the list stay off it. */
export class WatchList {
  readonly #rows: (WatchRow | undefined)[] = []
  readonly #hidden = new Set<string>()
  #shown: readonly WatchRow[] | undefined
  #second = 0
  #changes = 0

  /** The same array as long as no row came or went. */
  get rows(): readonly WatchRow[] {
    this.#shown ??= this.#rows.filter(
      (row): row is WatchRow => row !== undefined && !this.#hidden.has(row.symbol),
    )
    return this.#shown
  }

  /** Instruments that are not on the list. */
  get others(): readonly Instrument[] {
    return this.#rows.flatMap((row) =>
      row !== undefined && this.#hidden.has(row.symbol) ? [row.instrument] : [],
    )
  }

  /** Symbols that were taken off, to be kept. */
  get hidden(): readonly string[] {
    return [...this.#hidden].sort()
  }

  /** @param hidden as it was kept, from wherever. */
  restore(hidden: unknown): void {
    if (!Array.isArray(hidden)) return
    for (const symbol of hidden) if (typeof symbol === 'string') this.#hidden.add(symbol)
    this.#shown = undefined
  }

  direct(instruments: Iterable<Instrument | undefined>): void {
    for (const instrument of instruments) {
      if (instrument === undefined) continue
      const row = this.#rows[instrument.id]
      if (row !== undefined && row.symbol === instrument.symbol) row.instrument = instrument
      else this.#rows[instrument.id] = createRow(instrument)
    }
    this.#shown = undefined
  }

  /** Everything begins anew; prices of before say nothing about what comes. */
  clear(): void {
    this.#rows.length = 0
    this.#shown = undefined
  }

  take(quote: Quote): void {
    const row = this.#rows[quote.instrument]
    if (row === undefined) return
    const before = row.quote?.last ?? NaN
    row.quote = quote
    row.trend.add(quote.at, quote.last)
    if (!(quote.last !== before) || !(before > 0) || !(quote.last > 0)) return
    if (!this.#mayFlash(quote.at) || quote.at - row.flashedAt < FLASH_EVERY) return
    row.flash = quote.last > before ? 'up' : 'down'
    row.flashNumber++
    row.flashedAt = quote.at
  }

  remove(symbols: readonly string[]): void {
    for (const symbol of symbols) this.#hidden.add(symbol)
    this.#shown = undefined
  }

  add(symbols: readonly string[]): void {
    for (const symbol of symbols) this.#hidden.delete(symbol)
    this.#shown = undefined
  }

  row(instrument: InstrumentId): WatchRow | undefined {
    return this.#rows[instrument]
  }

  #mayFlash(at: Micros): boolean {
    const second = Math.floor(at / MICROS_PER_SECOND)
    if (second !== this.#second) {
      this.#second = second
      this.#changes = 0
    }
    return ++this.#changes <= MOST_CHANGES
  }
}

function createRow(instrument: Instrument): WatchRow {
  return {
    symbol: instrument.symbol,
    instrument,
    quote: undefined,
    trend: new Trend(),
    flash: '',
    flashNumber: 0,
    flashedAt: -Infinity as Micros,
  }
}

/** Words by which a person finds an instrument: symbol, code, product, both names. */
export function searchWords({ symbol, product, name }: Instrument): string {
  return `${codeOf(symbol)} ${symbol} ${product} ${name.en} ${name.zh}`
}

/** `SHFE.cu2010` → `cu2010`. */
export function codeOf(symbol: string): string {
  return symbol.slice(symbol.indexOf('.') + 1)
}
