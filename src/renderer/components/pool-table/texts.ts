import type { TextRows } from '../../../core/desk/table-text.ts'
import type { Translate } from '../../words/index.ts'
import type { CellWriter, Column } from './columns.ts'

/** What a table's rows say, head first, as they are copied and exported. */
export function textsOf<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  t: Translate,
): TextRows {
  const told = columns.filter(({ draw, text }) => draw === undefined || text !== undefined)
  return [
    told.map(({ title }) => t(title)),
    ...rows.map((row) => told.map((column) => column.text?.(row) ?? painted(column, row))),
  ]
}

function painted<Row>({ paint }: Column<Row>, row: Row): string {
  let said = ''
  const cell: CellWriter = {
    write: (text) => void (said = text),
    flash: () => undefined,
    note: () => undefined,
    hint: () => undefined,
  }
  paint(row, cell)
  return said
}
