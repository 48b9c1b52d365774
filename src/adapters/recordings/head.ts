import type { Failure } from '../../core/contracts/index.ts'
import { explained } from '../../core/contracts/index.ts'
import type { Result } from '../../core/domain/index.ts'
import { failed, ok } from '../../core/domain/index.ts'
import { NEWLINE } from './cursor.ts'
import { shorten } from './describe-fault.ts'
import type { RecordingFormat } from './format.ts'
import { FORMAT_NAMES, FORMATS, formatOf } from './format.ts'
import { readLines } from './lines.ts'

/** What the beginning of a file tells. */
export interface Head {
  /** Undefined for a file of no bytes. */
  readonly format: RecordingFormat | undefined
  readonly columns: readonly string[]
  /** Cells of the first row that is whole; empty where there is none. */
  readonly firstRow: readonly string[]
}

const COLUMNS_SHOWN = 6

/** Reads no further than the first whole row. */
export async function readHead(path: string): Promise<Result<Head, Failure>> {
  let head: Head = { format: undefined, columns: [], firstRow: [] }
  for await (const block of readLines(path)) {
    // A cut or damage behind the header is told when the rows are read.
    if (!block.ok) return head.format === undefined ? block : ok(head)
    let rows = block.value
    if (head.format === undefined) {
      const header = readHeader(path, rows)
      if (!header.ok) return header
      head = { ...header.value, firstRow: [] }
      rows = rows.subarray(rows.indexOf(NEWLINE) + 1)
    }
    const firstRow = firstWholeRow(rows, head.columns.length)
    if (firstRow !== undefined) return ok({ ...head, firstRow })
  }
  return ok(head)
}

/** The format and columns that a header names, at the start of a block of lines. */
export function readHeader(
  path: string,
  bytes: Buffer,
): Result<{ readonly format: RecordingFormat; readonly columns: readonly string[] }, Failure> {
  const columns = cellsOf(bytes.subarray(0, bytes.indexOf(NEWLINE))).map((name) => name.trim())
  const format = formatOf(columns)
  return format === undefined ? failed(foreign(path, columns)) : ok({ format, columns })
}

function firstWholeRow(bytes: Buffer, columns: number): string[] | undefined {
  let start = 0
  while (start < bytes.length) {
    const end = bytes.indexOf(NEWLINE, start)
    const cells = cellsOf(bytes.subarray(start, end))
    if (cells.length === columns) return cells
    start = end + 1
  }
  return undefined
}

function cellsOf(line: Buffer): string[] {
  return line.toString('utf8').replace(/\r$/, '').split(',')
}

function foreign(path: string, columns: readonly string[]): Failure {
  const shown = columns.slice(0, COLUMNS_SHOWN).map(shorten)
  if (columns.length > COLUMNS_SHOWN) shown.push('…')
  const values = {
    path,
    formats: FORMAT_NAMES.join(', '),
    count: columns.length,
    columns: shown.join(', '),
  }
  const near = nearest(columns)
  return near === undefined
    ? explained('recording.foreign/columns', values)
    : explained('recording.foreign/nearest', { ...values, ...near })
}

/** Where most columns fit one format, what is wrong with the others. */
function nearest(
  columns: readonly string[],
): { readonly format: string; readonly missing: string; readonly besides: string } | undefined {
  for (const format of FORMATS) {
    const missing = [...format.columns.keys()].filter((name) => !columns.includes(name))
    const besides = columns.filter((name) => !format.columns.has(name)).map(shorten)
    if (missing.length * 2 > format.columns.size) continue
    if (missing.length + besides.length > 0)
      return { format: format.name, missing: namesOf(missing), besides: namesOf(besides) }
  }
  return undefined
}

function namesOf(columns: readonly string[]): string {
  return columns.length === 0 ? 'none' : columns.join(', ')
}
