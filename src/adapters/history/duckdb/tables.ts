import type { ColumnKind, TableName } from '../../../core/history/index.ts'
import { keyOf, tableOf } from '../../../core/history/index.ts'

/** DuckDB's own name of a type. */
export const TYPES: Readonly<Record<ColumnKind, string>> = {
  time: 'TIMESTAMP',
  mode: 'VARCHAR',
  symbol: 'VARCHAR',
  contract: 'VARCHAR',
  text: 'VARCHAR',
  int: 'INTEGER',
  long: 'BIGINT',
  double: 'DOUBLE',
  doubles: 'DOUBLE[]',
}

/** Ticks have no primary key: it would halve the speed of the many for the sake of a resend. */
export function hasPrimaryKey(name: TableName): boolean {
  return name !== 'market_ticks'
}

/** Time last: an index is looked up by what a question names. */
export function primaryKey(name: TableName): readonly string[] {
  return [...keyOf(name).filter((column) => column !== 'ts'), 'ts']
}

export function createTable(name: TableName): string {
  const defined = Object.entries(tableOf(name).columns).map(
    ([column, kind]) => `${column} ${TYPES[kind]}`,
  )
  if (hasPrimaryKey(name)) defined.push(`PRIMARY KEY(${primaryKey(name).join(', ')})`)
  return `CREATE TABLE IF NOT EXISTS ${name} (${defined.join(', ')})`
}

/** Where rows wait that may be there already; empty between two batches. */
export function stagingTable(name: TableName): string {
  return `staged_${name}`
}
