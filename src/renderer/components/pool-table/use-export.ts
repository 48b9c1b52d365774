import { useCallback } from 'react'
import { tsvOf } from '../../../core/desk/table-text.ts'
import { useWindow } from '../../desk/index.ts'
import { clockTime, date } from '../../format/index.ts'
import { useCommands } from '../../palette/commands.ts'
import type { Column } from './columns.ts'
import { csvFile, download, fileName } from './export-csv.ts'
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
  const { desk, translate } = useWindow()
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
  const exportCsv = useCallback((): void => {
    const t = translate()
    const now = desk.sessionNow()
    const time = `${date(now)} ${clockTime(now)}`
    const origin = desk.session.opening?.origin
    const mode = origin === undefined ? '–' : t(`mode.${origin.mode}`)
    const head = { table: label, mode, account: origin?.profile ?? '–', time }
    const titles = [t('table.table'), t('table.mode'), t('table.account'), t('time')] as const
    download(fileName(id, time), csvFile(head, titles, textsOf(view.rows, columns, t)))
  }, [id, label, view, columns, desk, translate])
  useCommands(() => [
    {
      id: `export.${id}`,
      group: 'palette.group.panel',
      words: translate()('table.export-of', { table: label }),
      also: ['csv'],
      run: exportCsv,
    },
  ])
  return { copyText, exportCsv }
}
