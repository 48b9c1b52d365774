import type { ColumnKind, TableName } from '../../../core/history/index.ts'
import { keyOf, tableOf } from '../../../core/history/index.ts'

/** QuestDB's own name of a type. */
export const TYPES: Readonly<Record<ColumnKind, string>> = {
  time: 'TIMESTAMP',
  mode: 'SYMBOL',
  symbol: 'SYMBOL',
  contract: 'SYMBOL',
  text: 'VARCHAR',
  int: 'INT',
  long: 'LONG',
  double: 'DOUBLE',
  doubles: 'DOUBLE[]',
}

/** Values of a column of contracts to make room for: a hint, not a limit. */
const CONTRACTS = 4096

/**
 * A table whose rows are logged before they count (WAL), and in which a row sent again takes its
 * own place (DEDUP): together they make "send until acknowledged" exact.
 */
export function createTable(name: TableName): string {
  const { columns, part } = tableOf(name)
  const defined = Object.entries(columns).map(([column, kind]) => {
    const room = kind === 'contract' ? ` CAPACITY ${CONTRACTS}` : ''
    return `${column} ${TYPES[kind]}${room}`
  })
  return (
    `CREATE TABLE IF NOT EXISTS ${name} (${defined.join(', ')}) TIMESTAMP(ts) ` +
    `PARTITION BY ${part} WAL DEDUP UPSERT KEYS(${keyOf(name).join(', ')})`
  )
}
