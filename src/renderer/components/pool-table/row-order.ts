import type { Column } from './columns.ts'

/** By which column rows are in order, the model's own order where `column` is empty. */
export interface Sorting {
  readonly column: string
  readonly descending: boolean
}

export const UNSORTED: Sorting = { column: '', descending: false }

/** What a click on a column's head makes of it: up, then down, then the model's own order. */
export function sortedNext(before: Sorting, column: string): Sorting {
  if (before.column !== column) return { column, descending: false }
  return before.descending ? UNSORTED : { column, descending: true }
}

/**
 * Rows in the order that a person asked for. The order is made when that changes or when rows come
 * or go (another array), and not when their figures do: rows keep their place.
 */
export class RowOrder<Row> {
  #given: readonly Row[] | undefined
  #sorting = UNSORTED
  #sorted: readonly Row[] = []

  sorted(rows: readonly Row[], columns: readonly Column<Row>[], sorting: Sorting): readonly Row[] {
    if (rows === this.#given && sorting === this.#sorting) return this.#sorted
    this.#given = rows
    this.#sorting = sorting
    const order = columns.find(({ id }) => id === sorting.column)?.order
    this.#sorted = order === undefined ? rows : sortBy(rows, order, sorting.descending)
    return this.#sorted
  }
}

/** Stable; what is not known comes last, whichever way. */
export function sortBy<Row>(
  rows: readonly Row[],
  order: (row: Row) => number | string,
  descending: boolean,
): readonly Row[] {
  const sign = descending ? -1 : 1
  return rows
    .map((row) => ({ row, by: order(row) }))
    .sort((one, other) => {
      const known = Number(isUnknown(one.by)) - Number(isUnknown(other.by))
      return known === 0 ? sign * compare(one.by, other.by) : known
    })
    .map(({ row }) => row)
}

function isUnknown(value: number | string): boolean {
  return value === '' || Number.isNaN(value)
}

function compare(one: number | string, other: number | string): number {
  if (one === other || (Number.isNaN(one) && Number.isNaN(other))) return 0
  return one < other ? -1 : 1
}
