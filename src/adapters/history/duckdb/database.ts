import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { DuckDBInstance } from '@duckdb/node-api'
import type { Failure } from '../../../core/contracts/index.ts'
import { explained } from '../../../core/contracts/index.ts'
import type { Result } from '../../../core/domain/index.ts'
import { failed, ok } from '../../../core/domain/index.ts'
import { TABLE_NAMES, tableOf } from '../../../core/history/index.ts'
import { textOf } from '../sql/cells.ts'
import { openFailure } from './failures.ts'
import { createTable, stagingTable, TYPES } from './tables.ts'

export interface DuckdbOptions {
  /** Its folder is made if it is missing. */
  readonly file: string
  /** 512 MB unless said otherwise: left alone it would take most of the machine. */
  readonly memoryMegabytes?: number
  /** 2 unless said otherwise. */
  readonly threads?: number
}

export interface Database {
  readonly writing: DuckDBConnection
  readonly reading: { readonly heavy: DuckDBConnection; readonly light: DuckDBConnection }
  close(): void
}

/** Files that this process has open: the lock of the file keeps out other processes only. */
const OPEN = new Set<string>()

/** Opens the file, makes the tables that are missing and holds all to what this program needs. */
export async function openDatabase(options: DuckdbOptions): Promise<Result<Database, Failure>> {
  const file = resolve(options.file)
  if (OPEN.has(file)) return failed(openFailure(file, 'already open in this process'))
  OPEN.add(file)
  let instance: DuckDBInstance | undefined
  const opened: DuckDBConnection[] = []
  const close = (): void => {
    for (const connection of opened) connection.closeSync()
    instance?.closeSync()
    OPEN.delete(file)
  }
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    instance = await DuckDBInstance.create(file, {
      memory_limit: `${options.memoryMegabytes ?? 512}MB`,
      threads: String(options.threads ?? 2),
      // Nothing is fetched, and no statement reaches another file.
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      enable_external_access: 'false',
    })
    for (let index = 0; index < 3; index++) opened.push(await instance.connect())
    const [writing, heavy, light] = opened as [DuckDBConnection, DuckDBConnection, DuckDBConnection]
    for (const name of TABLE_NAMES) await writing.run(createTable(name))
    const fault = await schemaFault(writing)
    if (fault !== undefined) {
      close()
      return failed(explained('store.schema/file-columns', { ...fault, file }))
    }
    for (const name of TABLE_NAMES) {
      await writing.run(`CREATE TEMP TABLE ${stagingTable(name)} AS SELECT * FROM ${name} LIMIT 0`)
    }
    return ok({ writing, reading: { heavy, light }, close })
  } catch (error) {
    close()
    return failed(openFailure(file, error))
  }
}

interface ColumnFault {
  readonly table: string
  readonly have: string
  readonly wanted: string
}

/** Rows are appended by position, so columns and their order must be those of this program. */
async function schemaFault(connection: DuckDBConnection): Promise<ColumnFault | undefined> {
  const found = await connection.runAndReadAll(
    'SELECT table_name, column_name, data_type FROM duckdb_columns() ' +
      'WHERE NOT internal AND NOT database_name = $1 ORDER BY table_name, column_index',
    ['temp'],
  )
  const columns = new Map<string, string[]>()
  for (const row of found.getRowsJS()) {
    const [name = '', column, type] = row.map(textOf)
    columns.set(name, [...(columns.get(name) ?? []), `${column} ${type}`])
  }
  for (const name of TABLE_NAMES) {
    const wanted = Object.entries(tableOf(name).columns).map(
      ([column, kind]) => `${column} ${TYPES[kind]}`,
    )
    const is = columns.get(name) ?? []
    if (is.join() === wanted.join()) continue
    const place = wanted.findIndex((column, index) => column !== is[index])
    return { table: name, have: is[place] ?? 'nothing', wanted: wanted[place] ?? 'nothing' }
  }
  return undefined
}
