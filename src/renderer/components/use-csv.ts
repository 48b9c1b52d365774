import { useCallback } from 'react'
import type { TextRows } from '../../core/desk/table-text.ts'
import { useWindow } from '../desk/index.ts'
import { clockTime, date } from '../format/index.ts'
import { useCommands } from '../palette/commands.ts'
import { csvFile, download, fileName } from './pool-table/export-csv.ts'

/**
 * Hands a table out as a file, with table, mode, account and time above; by the palette, too.
 *
 * @param id of the panel: files are named by it. @param rows as they are when it is asked for.
 */
export function useCsv(id: string, label: string, rows: () => TextRows): () => void {
  const { desk, translate } = useWindow()
  const exportCsv = useCallback((): void => {
    const t = translate()
    const now = desk.sessionNow()
    const time = `${date(now)} ${clockTime(now)}`
    const origin = desk.session.opening?.origin
    const mode = origin === undefined ? '–' : t(`mode.${origin.mode}`)
    const head = { table: label, mode, account: origin?.profile ?? '–', time }
    const titles = [t('table.table'), t('table.mode'), t('table.account'), t('time')] as const
    download(fileName(id, time), csvFile(head, titles, rows()))
  }, [id, label, rows, desk, translate])
  useCommands(() => [
    {
      id: `export.${id}`,
      group: 'palette.group.panel',
      words: translate()('table.export-of', { table: label }),
      also: ['csv'],
      run: exportCsv,
    },
  ])
  return exportCsv
}
