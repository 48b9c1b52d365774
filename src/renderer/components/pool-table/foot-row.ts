import type { Column } from './columns.ts'
import { tracksOf } from './columns.ts'
import { PooledCell } from './pooled-cell.ts'

/** The row of sums at the lower edge of a table. */
export interface FootRow {
  readonly paint: () => void
}

/** Fills the element with one cell a column. */
export function createFoot<Row>(element: HTMLElement, columns: readonly Column<Row>[]): FootRow {
  const cells = columns.map((column) => new PooledCell(footOf(column)))
  element.style.gridTemplateColumns = tracksOf(columns)
  element.replaceChildren(...cells.map((cell) => cell.element))
  return { paint: () => cells.forEach((cell) => cell.paint(undefined, '')) }
}

export function hasFoot<Row>(columns: readonly Column<Row>[]): boolean {
  return columns.some(({ foot }) => foot !== undefined)
}

function footOf<Row>({ id, title, width, align = 'start', foot }: Column<Row>): Column<undefined> {
  return { id, title, width, align, paint: (_, cell) => foot?.(cell) }
}
