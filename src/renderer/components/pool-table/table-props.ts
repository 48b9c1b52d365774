import type { KeyboardEvent } from 'react'
import type { Slice } from '../../desk/index.ts'
import type { Column } from './columns.ts'
import type { MenuItem } from './table-menu.tsx'

/** What a panel may ask of its table and do with it. */
export interface TableHandle<Row> {
  /** The chosen rows, in the order in which they stand. */
  readonly selected: readonly Row[]
  /** The row that the cursor is on. */
  readonly current: Row | undefined
  readonly toTop: () => void
}

/** What would fill a table that is empty, and the key for it. */
export interface EmptyWords {
  readonly words: string
  readonly keys?: string
}

export interface PoolTableProps<Row> {
  /** Of the panel: its place is kept by it, exported files are named by it. */
  readonly id: string
  /** Given once the table is there. */
  readonly onTable?: (table: TableHandle<Row>) => void
  /** What a reader calls the table. */
  readonly label: string
  /** Made once, or when what they say changes: the pool is built anew for others. */
  readonly columns: readonly Column<Row>[]
  /** Read at each paint. The same array as long as no row came or went. */
  readonly rows: () => readonly Row[]
  readonly keyOf: (row: Row) => string
  /** After a change of one of these the table is painted. */
  readonly slices: readonly Slice[]
  /** What stands in the place of rows while there are none. */
  readonly empty?: EmptyWords
  /** Classes of a whole row. */
  readonly classOf?: (row: Row) => string
  /** Typing finds rows by these words. */
  readonly searchText?: (row: Row) => string
  /** `Enter`, or a double click. */
  readonly onEnter?: (row: Row) => void
  /** A single click. */
  readonly onClick?: (row: Row) => void
  /** `Del`. */
  readonly onDelete?: (rows: readonly Row[]) => void
  /** A key that the table does not take itself. @returns whether it was taken. */
  readonly onKey?: (event: KeyboardEvent) => boolean
  /** More for its menu. */
  readonly menu?: (chosen: readonly Row[]) => readonly MenuItem[]
}
