import { createDateMemory, readDate, readNanoseconds, readTime } from './beijing-time.ts'
import type { DateMemory } from './beijing-time.ts'
import type { Cursor } from './cursor.ts'
import { CARRIAGE_RETURN, COMMA, isDelimiter, NEWLINE, skipCell } from './cursor.ts'
import { readCount, readDecimal } from './decimal.ts'
import type { RecordingFormat } from './format.ts'
import * as cell from './format.ts'

/** How a file of one header is read, column by column in its own order. */
export interface RowPlan {
  readonly columns: readonly string[]
  readonly kinds: Uint8Array
  readonly slots: Uint8Array
  /** What the two columns of text must hold; empty where the format has no such column. */
  readonly texts: readonly [exchange: Uint8Array, instrument: Uint8Array]
  readonly zeroIsAbsent: boolean
  readonly perSnapshot: boolean
}

/** The numbers of the row that was read last; refilled, never replaced. */
export interface RowCells {
  readonly numbers: Float64Array
  /** Lots of the book: five of the bids, five of the asks. */
  readonly lots: Int32Array
  readonly dates: DateMemory
  /** Microseconds since midnight in Beijing. */
  timeOfDay: number
  /** Epoch microseconds; NaN where the file does not say. */
  received: number
}

/** What reading a row came to: `WHOLE`, one of the other two, or the index of the faulty column. */
export const WHOLE = -1
export const TOO_FEW = -2
export const TOO_MANY = -3

const SPACE = 32
const LETTER_T = 84
const LARGEST_LOTS = 2 ** 31 - 1

export function planRows(
  format: RecordingFormat,
  columns: readonly string[],
  texts: readonly [exchange: string, instrument: string],
): RowPlan {
  const cells = columns.map((name) => format.columns.get(name)!)
  return {
    columns,
    kinds: Uint8Array.from(cells, ({ kind }) => kind),
    slots: Uint8Array.from(cells, ({ slot }) => slot),
    texts: [new TextEncoder().encode(texts[0]), new TextEncoder().encode(texts[1])],
    zeroIsAbsent: format.zeroIsAbsent,
    perSnapshot: format.perSnapshot,
  }
}

export function createRowCells(): RowCells {
  return {
    numbers: new Float64Array(cell.NUMBERS).fill(NaN),
    lots: new Int32Array(10),
    dates: createDateMemory(),
    timeOfDay: 0,
    received: NaN,
  }
}

/**
 * Reads the row that begins at the cursor, which then stands behind its newline. On a fault it
 * stands somewhere in the row, and the cells are of no use.
 */
export function readCells(plan: RowPlan, cursor: Cursor, row: RowCells): number {
  const { kinds, slots } = plan
  const { bytes } = cursor
  const final = kinds.length - 1
  cursor.fault = false
  for (let column = 0; column <= final; column++) {
    readCell(plan, cursor, row, kinds[column]!, slots[column]!)
    if (cursor.fault) return column
    const byte = bytes[cursor.position]!
    if (byte !== COMMA) {
      if (column !== final) return isDelimiter(byte) ? TOO_FEW : column
      if (byte === CARRIAGE_RETURN) cursor.position++
      if (bytes[cursor.position] !== NEWLINE) return column
    } else if (column === final) return TOO_MANY
    cursor.position++
  }
  return WHOLE
}

function readCell(plan: RowPlan, cursor: Cursor, row: RowCells, kind: number, slot: number): void {
  switch (kind) {
    case cell.PRICE: {
      const value = readDecimal(cursor)
      row.numbers[slot] = value === 0 && plan.zeroIsAbsent ? NaN : value
      return
    }
    case cell.LOTS: {
      const count = readCount(cursor)
      if (count > LARGEST_LOTS) cursor.fault = true
      row.lots[slot] = count < 0 ? 0 : count
      return
    }
    case cell.COUNT: {
      const count = readCount(cursor)
      if (count < 0) cursor.fault = true
      row.numbers[slot] = count
      return
    }
    case cell.MONEY: {
      const value = readDecimal(cursor)
      if (Number.isNaN(value)) cursor.fault = true
      row.numbers[slot] = value
      return
    }
    case cell.STAMP:
      readDate(cursor, row.dates)
      if (!cursor.fault) readTimeBehindDate(cursor, row)
      return
    case cell.DATE:
      readDate(cursor, row.dates)
      return
    case cell.TIME:
      row.timeOfDay = readTime(cursor)
      return
    case cell.RECEIVED:
      row.received = readNanoseconds(cursor)
      return
    case cell.TEXT:
      compareText(cursor, plan.texts[slot]!)
      return
    default:
      skipCell(cursor)
  }
}

function readTimeBehindDate(cursor: Cursor, row: RowCells): void {
  const between = cursor.bytes[cursor.position]
  if (between !== SPACE && between !== LETTER_T) cursor.fault = true
  else {
    cursor.position++
    row.timeOfDay = readTime(cursor)
  }
}

function compareText(cursor: Cursor, expected: Uint8Array): void {
  const { bytes, position } = cursor
  for (let i = 0; i < expected.length; i++) {
    if (bytes[position + i] !== expected[i]) cursor.fault = true
  }
  cursor.position = position + expected.length
}
