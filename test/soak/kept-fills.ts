import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import type { Place } from './place.ts'

/** What the history says that it has of the fills, as `order/fill`. Nobody may have it open. */
export async function keptFills({ folder }: Place): Promise<readonly string[]> {
  const instance = await DuckDBInstance.create(join(folder, 'history.duckdb'), {
    access_mode: 'READ_ONLY',
  })
  const connection = await instance.connect()
  try {
    const reader = await connection.runAndReadAll('SELECT order_id, fill_id FROM fills')
    return reader.getRowsJS().map((row) => row.map(String).join('/'))
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}
