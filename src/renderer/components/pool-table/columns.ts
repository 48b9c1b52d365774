import type { Word } from '../../words/index.ts'

/** What a column's painter may do to its cell. Nothing is written where nothing changed. */
export interface CellWriter {
  /** @param className classes of meaning, as `up` or `old`; none where left out. */
  readonly write: (text: string, className?: string) => void
  /** Flashes the ground when the number is another one than the same row had in this cell. */
  readonly flash: (direction: 'up' | 'down' | '', number: number) => void
  /** A small word behind the text, where the column is `noted`. */
  readonly note: (text: string) => void
  /** Words that a resting pointer shows. */
  readonly hint: (text: string) => void
}

/** Paints into a cell of its own by other means than text, as a small drawing. */
export type CellDrawing<Row> = (row: Row) => void

export interface Column<Row> {
  /** Names it where its order is kept. */
  readonly id: string
  readonly title: Word
  /** Characters of the widest figure that has to fit. */
  readonly width: number
  readonly align?: 'start' | 'end' | 'center'
  /** Takes no part of what is left over. */
  readonly fixed?: true
  /** The text stands in a box within the cell, and the classes are the box's: for tags. */
  readonly boxed?: true
  /** A small word may follow the text. */
  readonly noted?: true
  /** Where not all columns fit, those with the largest number are left out first. */
  readonly drop?: number
  readonly paint: (row: Row, cell: CellWriter) => void
  /** Instead of text: called once for each cell of the pool. */
  readonly draw?: (cell: HTMLElement) => CellDrawing<Row>
  /** By what rows can be put in order; NaN and empty text come last. */
  readonly order?: (row: Row) => number | string
  /** What is copied and exported, where that is not what is painted. */
  readonly text?: (row: Row) => string
  /** Paints the cell of the row of sums; there is such a row where any column has one. */
  readonly foot?: (cell: CellWriter) => void
}

/** What a table's width is measured in, in CSS pixels. */
export interface Measures {
  /** Of the table. */
  readonly width: number
  /** Of one `ch`. */
  readonly character: number
  /** Of a cell beside its text. */
  readonly padding: number
}

/** As many columns as fit; those without a `drop` always. */
export function shownColumns<Row>(
  columns: readonly Column<Row>[],
  { width, character, padding }: Measures,
): readonly Column<Row>[] {
  const going = columns
    .filter(({ drop }) => drop !== undefined)
    .sort(({ drop: one = 0 }, { drop: other = 0 }) => other - one)
  const gone = new Set<Column<Row>>()
  let needed = 0
  for (const column of columns) needed += column.width * character + padding
  for (const column of going) {
    if (needed <= width) break
    gone.add(column)
    needed -= column.width * character + padding
  }
  return gone.size === 0 ? columns : columns.filter((column) => !gone.has(column))
}

/** Tracks of the grid that head and rows share; head and rows have the same font size. */
export function tracksOf<Row>(columns: readonly Column<Row>[]): string {
  return columns
    .map(({ width, fixed }) => `minmax(${leastWidth(width)}, ${share(width, fixed)})`)
    .join(' ')
}

/** Below this the table scrolls sideways. */
export function leastTableWidth<Row>(columns: readonly Column<Row>[]): string {
  const characters = columns.reduce((sum, { width }) => sum + width, 0)
  return `calc(${characters}ch + ${columns.length} * 2 * var(--cell-x))`
}

function leastWidth(characters: number): string {
  return `calc(${characters}ch + 2 * var(--cell-x))`
}

function share(width: number, fixed: true | undefined): string {
  return fixed ? leastWidth(width) : `${width}fr`
}
