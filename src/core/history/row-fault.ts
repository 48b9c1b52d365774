import type { Failure } from '../contracts/index.ts'
import { MODES, explained } from '../contracts/index.ts'
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
  const table: string = row.table
  if (!Object.hasOwn(TABLES, table)) return explained('store.refused/no-table', { table }).message
  const { columns } = tableOf(row.table)
  const cells = cellsOf(row)
  for (const name in columns) {
    const cell = cells[name]
    const told = cellFault(columns[name]!, cell)
    if (told !== undefined) return told({ column: `${table}.${name}`, value: shown(cell) }).message
  }
  for (const name of keyOf(row.table)) {
    if (!Number.isNaN(cells[name])) continue
    return explained('store.refused/absent', { column: `${table}.${name}` }).message
  }
  return undefined
}

/** The first row with a fault, told by its place in the batch. */
export function batchFault(rows: readonly Row[]): string | undefined {
  for (let index = 0; index < rows.length; index++) {
    const fault = rowFault(rows[index]!)
    if (fault === undefined) continue
    return explained('store.refused/row-of', { line: index + 1, rows: rows.length, fault }).message
  }
  return undefined
}

/** Tells of a cell that cannot be kept; words are made only where there is one. */
type Told = (cell: { readonly column: string; readonly value: string }) => Failure

function cellFault(kind: ColumnKind, cell: Cell | undefined): Told | undefined {
  switch (kind) {
    case 'mode':
      if (MODES.some((mode) => mode === cell)) return undefined
      return (told) => explained('store.refused/one-of', { ...told, names: MODES.join(', ') })
    case 'symbol':
    case 'contract':
    case 'text':
      if (typeof cell !== 'string') return (told) => explained('store.refused/text', told)
      if (cell.length <= LONGEST_TEXT) return undefined
      return (told) => explained('store.refused/characters', { ...told, most: LONGEST_TEXT })
    case 'doubles':
      return listFault(cell)
    case 'double':
      return typeof cell === 'number' ? undefined : noNumber
    case 'int':
      return wholeFault(cell, -INT, INT)
    case 'long':
      return wholeFault(cell, -Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
    case 'time':
      return wholeFault(cell, 0, Number.MAX_SAFE_INTEGER)
    default:
      return (told) => explained('store.refused/kind', told)
  }
}

const noNumber: Told = (told) => explained('store.refused/number', told)

function wholeFault(cell: Cell | undefined, least: number, most: number): Told | undefined {
  if (typeof cell !== 'number') return noNumber
  if (cell !== cell || (Number.isInteger(cell) && cell >= least && cell <= most)) return undefined
  return (told) => explained('store.refused/whole', { ...told, least, most })
}

function listFault(cell: Cell | undefined): Told | undefined {
  if (!Array.isArray(cell)) return (told) => explained('store.refused/list', told)
  if (cell.length > LONGEST_LIST) {
    return (told) => explained('store.refused/length', { ...told, most: LONGEST_LIST })
  }
  if (cell.every((each) => typeof each === 'number')) return undefined
  return (told) => explained('store.refused/numbers', told)
}

function shown(cell: unknown): string {
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'string') return cell.length > 40 ? `${cell.slice(0, 40)}…` : `"${cell}"`
  return Array.isArray(cell) ? `a list of ${cell.length}` : typeof cell
}
