import type { DuckDBConnection } from '@duckdb/node-api'
import type { Row, RowOf, TableName } from '../../../core/history/index.ts'
import { keyOf, keyTextOf } from '../../../core/history/index.ts'
import { appendRows } from './appending.ts'
import { stagingTable } from './tables.ts'
import type { TickMarks } from './tick-marks.ts'

/** Writes a batch in one transaction; throws what DuckDB throws, and then nothing was written. */
export async function writeBatch(
  connection: DuckDBConnection,
  marks: TickMarks,
  rows: readonly Row[],
): Promise<void> {
  let passed: (() => void) | undefined
  await connection.run('BEGIN')
  try {
    for (const [name, unique] of lastOfEachKey(rows)) {
      if (name === 'market_ticks') {
        passed = await writeTicks(connection, marks, unique as readonly RowOf<'market_ticks'>[])
      } else {
        await appendRows(connection, stagingTable(name), name, unique)
        await connection.run(`INSERT OR REPLACE INTO ${name} FROM ${stagingTable(name)}`)
        await connection.run(`DELETE FROM ${stagingTable(name)}`)
      }
    }
    await connection.run('COMMIT')
  } catch (error) {
    // Where the commit failed, or all of the file did, there is nothing left to roll back.
    await connection.run('ROLLBACK').catch(() => undefined)
    throw error
  }
  passed?.()
}

/** Ticks that may be there already are staged, and take the place of those that are. */
async function writeTicks(
  connection: DuckDBConnection,
  marks: TickMarks,
  ticks: readonly RowOf<'market_ticks'>[],
): Promise<() => void> {
  const { fresh, perhapsStored, passed } = marks.split(ticks)
  if (perhapsStored.length > 0) {
    const staged = stagingTable('market_ticks')
    await appendRows(connection, staged, 'market_ticks', perhapsStored)
    const same = keyOf('market_ticks').map((column) => `t.${column} = s.${column}`)
    const times = perhapsStored.map(({ ts }) => ts)
    const [from, to] = [earliest(times), latest(times)]
    await connection.run(
      `DELETE FROM market_ticks t USING ${staged} s WHERE ${same.join(' AND ')} ` +
        `AND t.ts >= make_timestamp(${from}::BIGINT) AND t.ts <= make_timestamp(${to}::BIGINT)`,
    )
    await connection.run(`INSERT INTO market_ticks FROM ${staged}`)
    await connection.run(`DELETE FROM ${staged}`)
  }
  if (fresh.length > 0) await appendRows(connection, 'market_ticks', 'market_ticks', fresh)
  return passed
}

/** By table; of rows with the same key the last one counts, as in every store. */
function lastOfEachKey(rows: readonly Row[]): ReadonlyMap<TableName, readonly Row[]> {
  const tables = new Map<TableName, Map<string, Row>>()
  for (const row of rows) {
    let unique = tables.get(row.table)
    if (unique === undefined) tables.set(row.table, (unique = new Map<string, Row>()))
    unique.set(keyTextOf(row), row)
  }
  return new Map(Array.from(tables, ([name, unique]) => [name, [...unique.values()]]))
}

function earliest(times: readonly number[]): number {
  return times.reduce((one, other) => Math.min(one, other))
}

function latest(times: readonly number[]): number {
  return times.reduce((one, other) => Math.max(one, other))
}
