import type { Failure } from '../../../core/contracts/index.ts'
import { explained } from '../../../core/contracts/index.ts'
import type { Result } from '../../../core/domain/index.ts'
import { failed, ok } from '../../../core/domain/index.ts'
import type { TableName } from '../../../core/history/index.ts'
import { keyOf, TABLE_NAMES, tableOf } from '../../../core/history/index.ts'
import type { Run } from '../sql/answer.ts'
import { createTable, TYPES } from './tables.ts'

/**
 * Makes the tables that are missing and holds those that are there to what this program needs:
 * IF NOT EXISTS leaves a table without dedup as it is, and rows sent again would double in it.
 * `store.schema` when one is not as it should be.
 */
export async function ensureSchema(run: Run, place: string): Promise<Result<void, Failure>> {
  const before = await existing(run)
  if (!before.ok) return before
  for (const name of TABLE_NAMES) {
    if (before.value.has(name)) continue
    const made = await run({ text: createTable(name), values: [] })
    if (!made.ok) return made
  }
  return checkSchema(run, place)
}

/** Whether all tables are there and as they should be. */
export async function checkSchema(run: Run, place: string): Promise<Result<void, Failure>> {
  const tables = await existing(run)
  if (!tables.ok) return tables
  for (const name of TABLE_NAMES) {
    const found = tables.value.get(name)
    if (found === undefined) {
      return failed(explained('store.schema/questdb-missing', { table: name, place }))
    }
    const fault = traitFault(name, found, place)
    if (fault !== undefined) return failed(fault)
    const columns = await run({
      text: `SELECT "column", type, upsertKey FROM table_columns('${name}')`,
      values: [],
    })
    if (!columns.ok) return columns
    const wrong = columnFault(name, columns.value, place)
    if (wrong !== undefined) return failed(wrong)
  }
  return checkLogs(run, place)
}

/** A table that was suspended still takes rows into its log, and shows none of them. */
async function checkLogs(run: Run, place: string): Promise<Result<void, Failure>> {
  const found = await run({ text: 'SELECT name FROM wal_tables() WHERE suspended', values: [] })
  if (!found.ok) return found
  const name = TABLE_NAMES.find((each) => found.value.some((row) => row[0] === each))
  if (name === undefined) return ok(undefined)
  const statement = `ALTER TABLE ${name} RESUME WAL`
  return failed(explained('store.schema/questdb-suspended', { table: name, place, statement }))
}

interface Traits {
  readonly part: unknown
  readonly isLogged: boolean
  readonly isDeduplicated: boolean
}

async function existing(run: Run): Promise<Result<ReadonlyMap<string, Traits>, Failure>> {
  const names = TABLE_NAMES.map((name) => `'${name}'`).join(', ')
  const found = await run({
    text:
      'SELECT table_name, partitionBy, walEnabled, dedup FROM tables() ' +
      `WHERE table_name IN (${names})`,
    values: [],
  })
  if (!found.ok) return found
  return ok(
    new Map(
      found.value.map(([name, part, wal, dedup]) => [
        String(name),
        { part, isLogged: wal === true, isDeduplicated: dedup === true },
      ]),
    ),
  )
}

function traitFault(table: TableName, traits: Traits, place: string): Failure | undefined {
  const { part } = tableOf(table)
  if (!traits.isLogged) return explained('store.schema/questdb-log', { table, place })
  if (!traits.isDeduplicated) return explained('store.schema/questdb-dedup', { table, place })
  if (traits.part === part) return undefined
  const values = { table, place, have: String(traits.part), wanted: part }
  return explained('store.schema/questdb-part', values)
}

function columnFault(
  table: TableName,
  rows: readonly (readonly unknown[])[],
  place: string,
): Failure | undefined {
  const types = new Map(rows.map((row) => [String(row[0]), String(row[1])]))
  for (const [column, kind] of Object.entries(tableOf(table).columns)) {
    const have = types.get(column)
    const wanted = TYPES[kind]
    if (have === undefined) {
      const statement = `ALTER TABLE ${table} ADD COLUMN ${column} ${wanted}`
      return explained('store.schema/questdb-column', { table, place, column, statement })
    }
    if (have !== wanted) {
      return explained('store.schema/questdb-type', { table, place, column, have, wanted })
    }
  }
  const key = rows.filter((row) => row[2] === true).map((row) => String(row[0]))
  const wanted = keyOf(table)
  if (key.toSorted().join() === wanted.toSorted().join()) return undefined
  const statement = `ALTER TABLE ${table} DEDUP ENABLE UPSERT KEYS(${wanted.join(', ')})`
  const values = { table, place, have: key.join(', '), statement }
  return explained('store.schema/questdb-key', values)
}
