import { barStart } from '../domain/index.ts'
import type { Micros } from '../domain/index.ts'

/** Stretches that are kept. */
const KEPT = 8_192

/**
 * Lots traded in stretches of equal length, split by who is taken to have crossed the spread. The
 * part of a trade that nobody can tell counts half to each side.
 */
export class AggressorBuckets {
  readonly length: number
  /** Beginning of each stretch, epoch µs; stretches without trades are not there. */
  readonly at = new Float64Array(2 * KEPT)
  readonly bought = new Float64Array(2 * KEPT)
  readonly sold = new Float64Array(2 * KEPT)
  count = 0

  /** @param length µs, counted from midnight in UTC+8. */
  constructor(length: number) {
    this.length = length
  }

  /** Trades come in order of time. @param sign −1 all sold … 1 all bought. */
  add(at: number, lots: number, sign: number): void {
    if (!(lots > 0)) return
    const start = barStart(at as Micros, this.length)
    if (this.count === 0 || this.at[this.count - 1] !== start) {
      if (this.count === 2 * KEPT) this.#drop()
      this.at[this.count] = start
      this.bought[this.count] = this.sold[this.count] = 0
      this.count++
    }
    this.bought[this.count - 1]! += (lots * (1 + sign)) / 2
    this.sold[this.count - 1]! += (lots * (1 - sign)) / 2
  }

  clear(): void {
    this.count = 0
  }

  #drop(): void {
    for (const column of [this.at, this.bought, this.sold]) column.copyWithin(0, KEPT)
    this.count = KEPT
  }
}
