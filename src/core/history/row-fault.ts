import { MODES } from '../contracts/index.ts'
import type { Cell, ColumnKind } from './column.ts'
import type { Row } from './row.ts'
import { cellsOf, keyOf, tableOf } from './row.ts'
import { TABLES } from './tables.ts'

/** Characters of one text, and numbers of one list, at most. */
export const LONGEST_TEXT = 1_000_000
export const LONGEST_LIST = 100_000

/** The most negative integer stands for "absent" in one of the stores. */
const INT = 2 ** 31 - 1

/**
 * What no store could keep as it is, in words that name the column; undefined for a sound row.
 * Stores differ in what they refuse, and take some of it in silence: so all rows pass here.
 */
export function rowFault(row: Row): string | undefined {
  const name: string = row.table
  if (!Object.hasOwn(TABLES, name)) return `there is no table ${name}`
  const { columns } = tableOf(row.table)
  const cells = cellsOf(row)
  for (const column in columns) {
    const cell = cells[column]
    const fault = cellFault(columns[column]!, cell)
    if (fault !== undefined) return `${name}.${column} ${fault}, was ${shown(cell)}`
  }
  for (const column of keyOf(row.table)) {
    if (Number.isNaN(cells[column])) return `${name}.${column} must not be absent`
  }
  return undefined
}

/** The first row with a fault, told by its place in the batch. */
export function batchFault(rows: readonly Row[]): string | undefined {
  for (let index = 0; index < rows.length; index++) {
    const fault = rowFault(rows[index]!)
    if (fault !== undefined) return `row ${index + 1} of ${rows.length}: ${fault}`
  }
  return undefined
}

function cellFault(kind: ColumnKind, cell: Cell | undefined): string | undefined {
  switch (kind) {
    case 'mode':
      return MODES.some((mode) => mode === cell) ? undefined : `must be one of ${MODES.join(', ')}`
    case 'symbol':
    case 'contract':
    case 'text':
      if (typeof cell !== 'string') return 'must be text'
      return cell.length <= LONGEST_TEXT ? undefined : `has at most ${LONGEST_TEXT} characters`
    case 'doubles':
      return listFault(cell)
    case 'double':
      return typeof cell === 'number' ? undefined : 'must be a number'
    case 'int':
      return wholeFault(cell, -INT, INT)
    case 'long':
      return wholeFault(cell, -Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
    case 'time':
      return wholeFault(cell, 0, Number.MAX_SAFE_INTEGER)
    default:
      return 'is of a kind that no store knows'
  }
}

function wholeFault(cell: Cell | undefined, least: number, most: number): string | undefined {
  if (typeof cell !== 'number') return 'must be a number'
  if (cell !== cell || (Number.isInteger(cell) && cell >= least && cell <= most)) return undefined
  return `must be a whole number from ${least} to ${most}`
}

function listFault(cell: Cell | undefined): string | undefined {
  if (!Array.isArray(cell)) return 'must be a list of numbers'
  if (cell.length > LONGEST_LIST) return `has at most ${LONGEST_LIST} numbers`
  return cell.every((each) => typeof each === 'number') ? undefined : 'must hold numbers only'
}

function shown(cell: unknown): string {
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'string') return cell.length > 40 ? `${cell.slice(0, 40)}…` : `"${cell}"`
  return Array.isArray(cell) ? `a list of ${cell.length}` : typeof cell
}
