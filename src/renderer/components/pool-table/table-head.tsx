import type { ReactElement } from 'react'
import { useWords } from '../../desk/index.ts'
import type { Column } from './columns.ts'
import { tracksOf } from './columns.ts'
import type { Sorting } from './row-order.ts'

interface TableHeadProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly sorting: Sorting
  readonly onSort: (column: string) => void
}

/** The titles; a column that can be put in order is a button. */
export function TableHead<Row>(props: TableHeadProps<Row>): ReactElement {
  const { columns, sorting, onSort } = props
  const t = useWords()
  return (
    <div
      role="row"
      aria-rowindex={1}
      className="pool-head"
      style={{ gridTemplateColumns: tracksOf(columns) }}
    >
      {columns.map(({ id, title, align = 'start', order }) => {
        const sorted = sorting.column === id
        const mark = sorted ? (sorting.descending ? ' ↓' : ' ↑') : ''
        return (
          <div
            key={id}
            role="columnheader"
            className={`pool-title pool-${align}`}
            aria-sort={sorted ? (sorting.descending ? 'descending' : 'ascending') : undefined}
          >
            {order === undefined ? (
              <span>{t(title)}</span>
            ) : (
              <button type="button" onClick={() => onSort(id)}>
                {t(title)}
                {mark}
              </button>
            )}
          </div>
        )
      })}
    </div>
  )
}
