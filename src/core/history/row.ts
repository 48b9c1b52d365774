import type { Cell, CellOf, ColumnKind, Table } from './column.ts'
import { TABLES } from './tables.ts'

export type TableName = keyof typeof TABLES

/** In a fixed order: a number that stands for a table is its place here, from 0 on. */
export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[]

type Columns<Name extends TableName> = (typeof TABLES)[Name]['columns']

/** A row of one table, each column by its name. */
export type RowOf<Name extends TableName> = { readonly table: Name } & {
  readonly [Column in keyof Columns<Name>]: Columns<Name>[Column] extends ColumnKind
    ? CellOf<Columns<Name>[Column]>
    : never
}

/** A row of any table, told apart by `table`. */
export type Row = { [Name in TableName]: RowOf<Name> }[TableName]

/** The table itself, for code that treats all tables alike. */
export function tableOf(name: TableName): Table {
  return TABLES[name]
}

const KEYS: ReadonlyMap<TableName, readonly string[]> = new Map(
  TABLE_NAMES.map((name) => [name, ['ts', 'mode', 'profile', 'run_id', ...TABLES[name].key]]),
)

/** Columns of the whole key: time, tape, then what is the table's own. */
export function keyOf(name: TableName): readonly string[] {
  return KEYS.get(name) ?? []
}

/** The cells of a row by column, for code that treats all tables alike. */
export function cellsOf(row: Row): Readonly<Record<string, Cell>> {
  return row
}

/** Texts as one that no other texts make. */
export function joined(texts: readonly string[]): string {
  let all = ''
  for (const text of texts) all += `${text.length}:${text}`
  return all
}

/** What tells a row from all others of its table, as one text. */
export function keyTextOf(row: Row): string {
  const cells = cellsOf(row)
  return joined(keyOf(row.table).map((column) => String(cells[column])))
}
