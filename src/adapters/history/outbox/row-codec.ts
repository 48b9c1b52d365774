import { crc32c } from '../../../core/journal/index.ts'
import type { StoredRecord } from '../../../core/journal/index.ts'
import type { Cell, ColumnKind, Row, TableName } from '../../../core/history/index.ts'
import { cellsOf, TABLE_NAMES, TABLES, tableOf } from '../../../core/history/index.ts'

/** A row in the outbox, and since when: epoch µs. */
export interface KeptRow {
  readonly row: Row
  readonly keptAt: number
}

/** Changes with every change of the tables: rows of another layout cannot be read. */
export const LAYOUT = layoutOf()

function layoutOf(): number {
  const bytes = Buffer.from(JSON.stringify(TABLES))
  return crc32c(bytes, 0, bytes.length)
}

const PLANS = TABLE_NAMES.map((name) => Object.entries(tableOf(name).columns))

/**
 * A sound row as bytes: when it was kept, then its cells in the order of the table's columns, all
 * numbers with the low byte first. A number is a double; text its length in bytes (u32) and UTF-8;
 * a list its length (u32) and doubles. The record's type is the table's place, from 1 on.
 */
export function encodeRow(row: Row, keptAt: number): StoredRecord {
  const place = TABLE_NAMES.indexOf(row.table)
  const plan = PLANS[place] ?? []
  const cells = cellsOf(row)
  const bytes = Buffer.allocUnsafe(lengthOf(plan, cells))
  let offset = bytes.writeDoubleLE(keptAt, 0)
  for (const [column] of plan) {
    const cell = cells[column]!
    if (typeof cell === 'number') offset = bytes.writeDoubleLE(cell, offset)
    else if (typeof cell === 'string') {
      const length = bytes.write(cell, offset + 4)
      bytes.writeUInt32LE(length, offset)
      offset += 4 + length
    } else {
      offset = bytes.writeUInt32LE(cell.length, offset)
      for (const value of cell) offset = bytes.writeDoubleLE(value, offset)
    }
  }
  return { type: place + 1, bytes }
}

function lengthOf(
  plan: readonly (readonly [string, ColumnKind])[],
  cells: Readonly<Record<string, Cell>>,
): number {
  let length = 8
  for (const [column] of plan) {
    const cell = cells[column]!
    if (typeof cell === 'number') length += 8
    else length += 4 + (typeof cell === 'string' ? Buffer.byteLength(cell) : 8 * cell.length)
  }
  return length
}

/** The row of a record whose checksum held. @throws RangeError when it is none of this layout. */
export function decodeRow({ type, bytes }: StoredRecord): KeptRow {
  const name: TableName | undefined = TABLE_NAMES[type - 1]
  const plan = PLANS[type - 1]
  if (name === undefined || plan === undefined) throw new RangeError(`no table ${type}`)
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const row: Record<string, Cell> = { table: name }
  let offset = 8
  for (const [column, kind] of plan) {
    if (kind === 'doubles') {
      const values = new Array<number>(buffer.readUInt32LE(offset))
      offset += 4
      for (let index = 0; index < values.length; index++, offset += 8) {
        values[index] = buffer.readDoubleLE(offset)
      }
      row[column] = values
    } else if (isText(kind)) {
      const end = offset + 4 + buffer.readUInt32LE(offset)
      row[column] = buffer.toString('utf8', offset + 4, end)
      offset = end
    } else {
      row[column] = buffer.readDoubleLE(offset)
      offset += 8
    }
  }
  return { row: row as unknown as Row, keptAt: buffer.readDoubleLE(0) }
}

function isText(kind: ColumnKind): boolean {
  return kind === 'text' || kind === 'symbol' || kind === 'contract' || kind === 'mode'
}
