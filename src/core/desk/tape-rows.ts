import type { Instrument, Micros, Quote } from '../domain/index.ts'
import { createTradeEstimate, estimateTrade, tradeTerms } from '../domain/index.ts'
import { compareTicks } from './chart-join.ts'

/** What was traded between two snapshots of one instrument. */
export interface TapeRow {
  readonly at: Micros
  readonly feedSeq: number
  /** The last price. */
  readonly price: number
  readonly lots: number
  /** Share that bought, 0 … 1, and how far it may be from that. */
  readonly bought: number
  readonly band: number
  /** Of the open interest; NaN where it is not told. */
  readonly interest: number
  /**
   * The snapshot before it, where others in between were not told: then all of that is in this one
   * row, and nobody knows who bought.
   */
  readonly hole?: Pick<Quote, 'at' | 'feedSeq'>
}

/** Rows that are kept of one instrument. */
export const TAPE_KEPT = 2_000
const DROPPED = 500

/** Rows from snapshot to snapshot, oldest first; those without a trade are left out. */
export class Tape {
  /** Counts all rows that ever came live: who froze the tape knows how many came since. */
  count = 0
  /** Changes when rows before the newest changed. */
  generation = 0
  #rows: TapeRow[] = []
  #isBroken = false
  readonly #terms
  readonly #estimate = createTradeEstimate()

  constructor(instrument: Instrument) {
    this.#terms = tradeTerms(instrument)
  }

  get rows(): readonly TapeRow[] {
    return this.#rows
  }

  /** Whether a row holds what was traded in snapshots that were not told. */
  get hasHoles(): boolean {
    return this.#rows.some(({ hole }) => hole !== undefined)
  }

  /** What is told from here on until the next quote is not heard. */
  breaks(): void {
    this.#isBroken = true
  }

  /** @returns whether it made a row that holds what was not told. */
  take(quote: Quote, before: Quote | undefined): boolean {
    const isBroken = this.#isBroken
    this.#isBroken = false
    const row = before === undefined ? undefined : this.#row(quote, before)
    if (row === undefined || before === undefined) return false
    const { at, feedSeq } = before
    this.#rows.push(isBroken ? { ...row, hole: { at, feedSeq } } : row)
    this.count++
    if (this.#rows.length > TAPE_KEPT + DROPPED) this.#rows.splice(0, DROPPED)
    return isBroken
  }

  /** Puts what came earlier before it. @param quotes oldest first. */
  join(quotes: readonly Quote[]): void {
    const first = this.#rows[0]
    const earlier: TapeRow[] = []
    for (let index = 1; index < quotes.length; index++) {
      const quote = quotes[index]!
      if (first !== undefined && compareTicks(quote, first) >= 0) break
      const row = this.#row(quote, quotes[index - 1]!)
      if (row !== undefined) earlier.push(row)
    }
    this.#rows = [...earlier, ...this.#rows].slice(-TAPE_KEPT)
    this.generation++
  }

  /** Has what was told elsewhere in the place of holes. @param quotes oldest first. */
  mend(quotes: readonly Quote[]): void {
    this.#rows = this.#rows.flatMap((row) => this.#mended(row, quotes)).slice(-TAPE_KEPT)
    this.generation++
  }

  /** Itself, where what was told does not reach from the one end of its hole to the other. */
  #mended(row: TapeRow, quotes: readonly Quote[]): readonly TapeRow[] {
    const { hole } = row
    if (hole === undefined) return [row]
    const first = quotes.findIndex((quote) => compareTicks(quote, hole) === 0)
    const last = quotes.findIndex((quote) => compareTicks(quote, row) === 0)
    if (first < 0 || last < 0) return [row]
    return quotes.slice(first + 1, last + 1).flatMap((quote, index) => {
      return this.#row(quote, quotes[first + index]!) ?? []
    })
  }

  #row(quote: Quote, before: Quote): TapeRow | undefined {
    const estimate = this.#estimate
    if (!estimateTrade(this.#terms, before, quote, estimate)) return undefined
    return {
      at: quote.at,
      feedSeq: quote.feedSeq,
      price: quote.last,
      lots: estimate.volume,
      bought: (1 + estimate.sign) / 2,
      band: estimate.uncertainty / 2,
      interest: quote.openInterest - before.openInterest,
    }
  }
}

/** The newest rows of at least so many lots, newest first. @param until leaves newer ones out. */
export function shownRows(
  rows: readonly TapeRow[],
  most: number,
  leastLots: number,
  until = rows.length,
): TapeRow[] {
  const shown: TapeRow[] = []
  for (let index = Math.min(until, rows.length) - 1; index >= 0 && shown.length < most; index--) {
    const row = rows[index]!
    if (row.lots >= leastLots) shown.push(row)
  }
  return shown
}
