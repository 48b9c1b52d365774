import { DEPTH } from '../domain/index.ts'

/** Prices of both sides a tick: five bids, then five asks, best first. */
export const LEVELS = 2 * DEPTH

/** Columns of one instrument's ticks; the first `count` rows of them are filled. */
export interface TickColumns {
  /** The venue's stamp, epoch µs. */
  readonly at: Float64Array
  readonly feedSeq: Float64Array
  /** Place on the axis: rises by one at least. */
  readonly key: Float64Array
  /** yyyymmdd; 0 where unknown. */
  readonly day: Float64Array
  readonly last: Float64Array
  /** Totals of the day, as the feed tells them. */
  readonly volume: Float64Array
  readonly turnover: Float64Array
  readonly openInterest: Float64Array
  /** Lots since the tick before, their mean price, and who crossed: −1 sellers … 1 buyers. */
  readonly lots: Float64Array
  readonly price: Float64Array
  readonly sign: Float64Array
  /** Between the best prices; the only one where a side is empty; NaN where both are. */
  readonly middle: Float64Array
  /** `LEVELS` a tick, in ticks of the price, and their lots; 0 lots of what is absent. */
  readonly bookTicks: Int32Array
  readonly bookLots: Int32Array
}

const PLAIN = [
  'at',
  'feedSeq',
  'key',
  'day',
  'last',
  'volume',
  'turnover',
  'openInterest',
  'lots',
  'price',
  'sign',
  'middle',
] as const

export function createColumns(rows: number): TickColumns {
  const plain = Object.fromEntries(PLAIN.map((name) => [name, new Float64Array(rows)]))
  return {
    ...(plain as unknown as Pick<TickColumns, (typeof PLAIN)[number]>),
    bookTicks: new Int32Array(rows * LEVELS),
    bookLots: new Int32Array(rows * LEVELS),
  }
}

/** Copies so many rows of one set of columns to a place in another. */
export function copyRows(
  from: TickColumns,
  row: number,
  count: number,
  to: TickColumns,
  place: number,
): void {
  const end = row + count
  for (const name of PLAIN) to[name].set(from[name].subarray(row, end), place)
  to.bookTicks.set(from.bookTicks.subarray(row * LEVELS, end * LEVELS), place * LEVELS)
  to.bookLots.set(from.bookLots.subarray(row * LEVELS, end * LEVELS), place * LEVELS)
}

/** With room for more rows, and the same ones. */
export function grownColumns(columns: TickColumns, rows: number): TickColumns {
  const grown = createColumns(rows)
  copyRows(columns, 0, columns.at.length, grown, 0)
  return grown
}

/** Without the first rows: the others move to the front. */
export function dropRows(columns: TickColumns, rows: number, count: number): void {
  for (const name of PLAIN) columns[name].copyWithin(0, rows, count)
  columns.bookTicks.copyWithin(0, rows * LEVELS, count * LEVELS)
  columns.bookLots.copyWithin(0, rows * LEVELS, count * LEVELS)
}
