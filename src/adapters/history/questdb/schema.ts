import type { Failure } from '../../../core/contracts/index.ts'
import { failure } from '../../../core/contracts/index.ts'
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
    const fault =
      found === undefined ? 'is not there, start again to have it made' : traitFault(name, found)
    if (fault !== undefined) return failed(mismatch(place, name, fault))
    const columns = await run({
      text: `SELECT "column", type, upsertKey FROM table_columns('${name}')`,
      values: [],
    })
    if (!columns.ok) return columns
    const wrong = columnFault(name, columns.value)
    if (wrong !== undefined) return failed(mismatch(place, name, wrong))
  }
  return checkLogs(run, place)
}

/** A table that was suspended still takes rows into its log, and shows none of them. */
async function checkLogs(run: Run, place: string): Promise<Result<void, Failure>> {
  const found = await run({ text: 'SELECT name FROM wal_tables() WHERE suspended', values: [] })
  if (!found.ok) return found
  const name = TABLE_NAMES.find((each) => found.value.some((row) => row[0] === each))
  if (name === undefined) return ok(undefined)
  const fault =
    `is suspended, so nothing written to it shows: mend the cause, a full disk mostly, then ` +
    `ALTER TABLE ${name} RESUME WAL`
  return failed(mismatch(place, name, fault))
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

const ANEW = 'rename it (RENAME TABLE) and start again: a new one is made then'

function traitFault(name: TableName, traits: Traits): string | undefined {
  const { part } = tableOf(name)
  if (!traits.isLogged) return `has no WAL, so writes may be lost: ${ANEW}`
  if (!traits.isDeduplicated) return `has no DEDUP, so rows sent again would double: ${ANEW}`
  if (traits.part !== part) return `is partitioned by ${String(traits.part)}, not ${part}: ${ANEW}`
  return undefined
}

function columnFault(name: TableName, rows: readonly (readonly unknown[])[]): string | undefined {
  const types = new Map(rows.map((row) => [String(row[0]), String(row[1])]))
  for (const [column, kind] of Object.entries(tableOf(name).columns)) {
    const type = types.get(column)
    const wanted = TYPES[kind]
    if (type === undefined) {
      return `has no column ${column}: ALTER TABLE ${name} ADD COLUMN ${column} ${wanted}`
    }
    if (type !== wanted) return `has ${column} as ${type}, not ${wanted}: ${ANEW}`
  }
  const key = rows.filter((row) => row[2] === true).map((row) => String(row[0]))
  const wanted = keyOf(name)
  if (key.toSorted().join() === wanted.toSorted().join()) return undefined
  return (
    `has the key ${key.join(', ')}: ALTER TABLE ${name} DEDUP ENABLE UPSERT ` +
    `KEYS(${wanted.join(', ')})`
  )
}

function mismatch(place: string, name: TableName, fault: string): Failure {
  return failure('store.schema', `table ${name} of QuestDB at ${place} ${fault}`)
}
