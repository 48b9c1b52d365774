import type { Mode } from '../contracts/index.ts'

/**
 * What a column holds, and how a row of it is given: `time` epoch µs, `symbol` a word that comes
 * often, `contract` the same with thousands of values, `text` anything, `int` 32 bits, `long` 53
 * bits, `double`, `doubles` a list of them. Numbers that are absent are NaN, text that is absent
 * is empty and never missing.
 */
export type ColumnKind =
  'time' | 'mode' | 'symbol' | 'contract' | 'text' | 'int' | 'long' | 'double' | 'doubles'

/** What may stand in a row of a table, and in an answer. */
export type Cell = number | string | readonly number[]

/** What a column of a kind takes. */
export type CellOf<Kind extends ColumnKind> = Kind extends 'mode'
  ? Mode
  : Kind extends 'symbol' | 'contract' | 'text'
    ? string
    : Kind extends 'doubles'
      ? readonly number[]
      : number

export interface Table {
  /** In the order in which they stand in every store. */
  readonly columns: Readonly<Record<string, ColumnKind>>
  /** What tells two rows apart besides time and tape: a row sent again takes its own place. */
  readonly key: readonly string[]
  /** How much time a part of the table on disk holds. */
  readonly part: 'DAY' | 'MONTH'
}
