import type { Sender, SenderBuffer } from '@questdb/nodejs-client'
import type { ColumnKind, Row, TableName } from '../../../core/history/index.ts'
import { cellsOf, TABLE_NAMES, tableOf } from '../../../core/history/index.ts'

/** Whatever takes the cells of a row: the client, or one of its buffers. */
type Target = Pick<
  SenderBuffer | Sender,
  | 'table'
  | 'symbol'
  | 'stringColumn'
  | 'floatColumn'
  | 'intColumn'
  | 'timestampColumn'
  | 'arrayColumn'
>

interface Plan {
  /** They go first, in this protocol. */
  readonly symbols: readonly string[]
  readonly columns: readonly (readonly [name: string, kind: ColumnKind])[]
}

const SYMBOLS: ReadonlySet<ColumnKind> = new Set<ColumnKind>(['mode', 'symbol', 'contract'])

const PLANS: Readonly<Record<TableName, Plan>> = Object.fromEntries(
  TABLE_NAMES.map((name) => [name, planOf(name)]),
) as Record<TableName, Plan>

function planOf(name: TableName): Plan {
  const columns = Object.entries(tableOf(name).columns).filter(([column]) => column !== 'ts')
  return {
    symbols: columns.filter(([, kind]) => SYMBOLS.has(kind)).map(([column]) => column),
    columns: columns.filter(([, kind]) => !SYMBOLS.has(kind)),
  }
}

/**
 * Gives the cells of a sound row to the client, all but its time, with which the caller ends it.
 * An absent number is left out and becomes NULL; text is always written, empty as it may be: left
 * out it would be another key.
 */
export function writeCells(target: Target, row: Row): void {
  const plan = PLANS[row.table]
  const cells = cellsOf(row)
  target.table(row.table)
  for (const name of plan.symbols) target.symbol(name, cells[name])
  for (const [name, kind] of plan.columns) {
    const cell = cells[name]
    if (typeof cell === 'string') target.stringColumn(name, cell)
    else if (typeof cell === 'number') writeNumber(target, name, kind, cell)
    else if (cell !== undefined) target.arrayColumn(name, cell.map(told))
  }
}

function writeNumber(target: Target, name: string, kind: ColumnKind, value: number): void {
  if (!Number.isFinite(value)) return
  if (kind === 'time') target.timestampColumn(name, value, 'us')
  else if (kind === 'double') target.floatColumn(name, value)
  else target.intColumn(name, value)
}

/** Infinities are absent, here as everywhere. */
function told(value: number): number {
  return Number.isFinite(value) ? value : NaN
}
