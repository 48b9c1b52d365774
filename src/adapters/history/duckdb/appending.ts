import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api'
import { DOUBLE, DuckDBTimestampValue, LIST } from '@duckdb/node-api'
import type { Cell, ColumnKind, Row, TableName } from '../../../core/history/index.ts'
import { cellsOf, tableOf } from '../../../core/history/index.ts'

/** Appends rows of one table to it, or to the table where they are staged. */
export async function appendRows(
  connection: DuckDBConnection,
  into: string,
  name: TableName,
  rows: readonly Row[],
): Promise<void> {
  const columns = Object.entries(tableOf(name).columns)
  const appender = await connection.createAppender(into)
  try {
    for (const row of rows) {
      const cells = cellsOf(row)
      for (const [column, kind] of columns) append(appender, kind, cells[column])
      appender.endRow()
    }
  } finally {
    appender.closeSync()
  }
}

const NUMBERS = LIST(DOUBLE)

function append(appender: DuckDBAppender, kind: ColumnKind, cell: Cell | undefined): void {
  if (typeof cell === 'string') return appender.appendVarchar(cell)
  if (typeof cell !== 'number') {
    const items = (cell ?? []).map((value) => (Number.isFinite(value) ? value : null))
    return appender.appendList(items, NUMBERS)
  }
  if (!Number.isFinite(cell)) return appender.appendNull()
  if (kind === 'double') return appender.appendDouble(cell)
  if (kind === 'int') return appender.appendInteger(cell)
  if (kind === 'long') return appender.appendBigInt(BigInt(cell))
  appender.appendTimestamp(new DuckDBTimestampValue(BigInt(cell)))
}
