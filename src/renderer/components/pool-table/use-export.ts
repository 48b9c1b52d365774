import { useCallback } from 'react'
import { tsvOf } from '../../../core/desk/table-text.ts'
import { useWindow } from '../../desk/index.ts'
import { useCsv } from '../use-csv.ts'
import type { Column } from './columns.ts'
import type { TableView } from './table-view.ts'
import { textsOf } from './texts.ts'

export interface TableExport {
  /** The chosen rows; all of them, with titles, where none is chosen or all are asked for. */
  readonly copyText: (isAll: boolean) => string
  readonly exportCsv: () => void
}

/** What of a table leaves the window: as text for the clipboard, or as a file. */
export function useExport<Row>(
  id: string,
  label: string,
  view: TableView<Row>,
  columns: readonly Column<Row>[],
): TableExport {
  const { translate } = useWindow()
  const copyText = useCallback(
    (isAll: boolean): string => {
      const { selected } = view
      const t = translate()
      return isAll || selected.length === 0
        ? tsvOf(textsOf(view.rows, columns, t))
        : tsvOf(textsOf(selected, columns, t).slice(1))
    },
    [view, columns, translate],
  )
  const all = useCallback(
    () => textsOf(view.rows, columns, translate()),
    [view, columns, translate],
  )
  return { copyText, exportCsv: useCsv(id, label, all) }
}
