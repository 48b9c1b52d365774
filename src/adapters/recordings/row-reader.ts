import { explained } from '../../core/contracts/index.ts'
import type { InstrumentId, Lots, Micros, Price, Quote } from '../../core/domain/index.ts'
import { createQuote } from '../../core/domain/index.ts'
import { tidyBook } from './book.ts'
import { CARRIAGE_RETURN, createCursor, NEWLINE } from './cursor.ts'
import { describeFault } from './describe-fault.ts'
import * as cell from './format.ts'
import type { LeftOutCounter, RowFault } from './left-out.ts'
import type { RowPlan } from './row-cells.ts'
import { createRowCells, readCells, WHOLE } from './row-cells.ts'

/**
 * Turns the rows of one file into quotes. What it leaves out, and counts:
 *
 * - a row that cannot be read whole (`recording.number`), or of another contract
 *   (`recording.symbol`): it says nothing that can be trusted;
 * - a row stamped before the last one (`recording.backward`), and one equal to the last byte for
 *   byte (`recording.duplicate`): what it says was said or is over;
 * - a crossed book (`recording.crossed`). The row was recorded all the same, so its stamp counts,
 *   and where a format tells the trades of each snapshot, so do they.
 */
export class RowReader {
  /** Of the row read last; the header is line 1. */
  private line = 1
  private rowsRead = 0
  private readonly cursor = createCursor()
  private readonly row = createRowCells()
  private lastAt = -Infinity
  private lastBytes: Uint8Array = new Uint8Array(0)
  private lastStart = 0
  private lastEnd = 0
  private quotedAt = -Infinity
  private feedSeq = 0
  private summedDate = 0
  private volume = 0
  private turnover = 0

  private readonly plan: RowPlan
  private readonly instrument: InstrumentId
  private readonly leftOut: LeftOutCounter

  constructor(plan: RowPlan, instrument: InstrumentId, leftOut: LeftOutCounter) {
    this.plan = plan
    this.instrument = instrument
    this.leftOut = leftOut
  }

  /** Rows seen so far, blank lines not counted. */
  get rows(): number {
    return this.rowsRead
  }

  /**
   * Reads rows from `start` until `end`, which lies behind a newline, or until `quotes` holds
   * `limit`. The bytes must not change afterwards.
   * @returns where the next row begins.
   */
  read(bytes: Uint8Array, start: number, end: number, quotes: Quote[], limit: number): number {
    const { cursor, plan, row } = this
    cursor.bytes = bytes
    let position = start
    while (position < end && quotes.length < limit) {
      this.line++
      const rowStart = position
      if (isBlank(bytes, rowStart)) {
        position = bytes.indexOf(NEWLINE, rowStart) + 1
        continue
      }
      this.rowsRead++
      cursor.position = rowStart
      const outcome = readCells(plan, cursor, row)
      if (outcome !== WHOLE) {
        position = bytes.indexOf(NEWLINE, rowStart) + 1
        this.leaveOutFaulty(outcome, bytes.subarray(rowStart, position))
        continue
      }
      position = cursor.position
      const quote = this.judge(bytes, rowStart, position)
      if (quote !== undefined) quotes.push(quote)
    }
    return position
  }

  private judge(bytes: Uint8Array, start: number, end: number): Quote | undefined {
    const at = this.row.dates.midnight + this.row.timeOfDay
    const book = tidyBook(this.row)
    if (book === 'unpriced') return this.leaveOut(UNPRICED)
    if (at < this.lastAt) return this.leaveOut(BACKWARD)
    if (at === this.lastAt && this.isLast(bytes, start, end)) {
      return this.leaveOut(DUPLICATE)
    }
    this.lastAt = at
    this.lastBytes = bytes
    this.lastStart = start
    this.lastEnd = end
    if (this.plan.perSnapshot) this.sumUp()
    if (book === 'crossed') return this.leaveOut(CROSSED)
    this.feedSeq = at === this.quotedAt ? this.feedSeq + 1 : 0
    this.quotedAt = at
    return this.quote(at as Micros)
  }

  private isLast(bytes: Uint8Array, start: number, end: number): boolean {
    const length = end - start
    if (length !== this.lastEnd - this.lastStart) return false
    for (let i = 0; i < length; i++) {
      if (bytes[start + i] !== this.lastBytes[this.lastStart + i]) return false
    }
    return true
  }

  /** Sums start anew with each date: no format that needs them has a night session. */
  private sumUp(): void {
    const { numbers, dates } = this.row
    if (dates.date !== this.summedDate) {
      this.summedDate = dates.date
      this.volume = 0
      this.turnover = 0
    }
    this.volume += numbers[cell.VOLUME]!
    this.turnover += numbers[cell.TURNOVER]!
    numbers[cell.VOLUME] = this.volume
    numbers[cell.TURNOVER] = this.turnover
  }

  private quote(at: Micros): Quote {
    const { numbers, received } = this.row
    return createQuote(
      this.instrument,
      at,
      Number.isNaN(received) ? at : (received as Micros),
      this.feedSeq,
      numbers[cell.LAST] as Price,
      numbers[cell.VOLUME]!,
      numbers[cell.TURNOVER]!,
      numbers[cell.OPEN_INTEREST]!,
      numbers[cell.OPEN] as Price,
      numbers[cell.HIGH] as Price,
      numbers[cell.LOW] as Price,
      numbers[cell.UPPER_LIMIT] as Price,
      numbers[cell.LOWER_LIMIT] as Price,
      numbers[cell.PRE_SETTLEMENT] as Price,
      fivePrices(numbers, cell.BIDS),
      fiveLots(this.row.lots, 0),
      fivePrices(numbers, cell.ASKS),
      fiveLots(this.row.lots, 5),
    )
  }

  private leaveOut(why: RowFault): undefined {
    this.leftOut.add(this.line, why)
  }

  private leaveOutFaulty(outcome: number, bytes: Uint8Array): void {
    this.leaveOut(describeFault(this.plan, outcome, bytes))
  }
}

const UNPRICED = explained('recording.number/unpriced')
const BACKWARD = explained('recording.backward/time')
const DUPLICATE = explained('recording.duplicate/equal')
const CROSSED = explained('recording.crossed/book')

function isBlank(bytes: Uint8Array, start: number): boolean {
  const first = bytes[start]
  return first === NEWLINE || (first === CARRIAGE_RETURN && bytes[start + 1] === NEWLINE)
}

/**
 * Fractions in the literal make it an array of doubles at once, so that all quotes share one kind.
 */
function fivePrices(numbers: Float64Array, slot: number): readonly Price[] {
  const prices = [0.5, 0.5, 0.5, 0.5, 0.5]
  prices[0] = numbers[slot]!
  prices[1] = numbers[slot + 1]!
  prices[2] = numbers[slot + 2]!
  prices[3] = numbers[slot + 3]!
  prices[4] = numbers[slot + 4]!
  return prices as Price[]
}

function fiveLots(lots: Int32Array, slot: number): readonly Lots[] {
  return [lots[slot], lots[slot + 1], lots[slot + 2], lots[slot + 3], lots[slot + 4]] as Lots[]
}
