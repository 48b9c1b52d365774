import { useCallback, useState } from 'react'
import type { ClipboardEvent, KeyboardEvent, MouseEvent, ReactElement } from 'react'
import type { TextRows } from '../../core/desk/table-text.ts'
import { tsvOf } from '../../core/desk/table-text.ts'
import { useWords } from '../desk/index.ts'
import type { MenuPlace } from './pool-table/table-menu.tsx'
import { TableMenu } from './pool-table/table-menu.tsx'
import { useCopy } from './use-copy.ts'
import { useCsv } from './use-csv.ts'

/** What lets a table leave the window. */
export interface Leaving {
  /** For the element that it stands in, which must be able to have the focus. */
  readonly handlers: {
    readonly onCopy: (event: ClipboardEvent) => void
    readonly onContextMenu: (event: MouseEvent) => void
    readonly onKeyDown: (event: KeyboardEvent) => void
  }
  /** Stands within that element. */
  readonly menu: ReactElement | null
}

/**
 * For what is no pool table: `Ctrl C` copies all of it, its menu copies it or hands out a file, and
 * so does the palette.
 *
 * @param id files are named by it: no two on the page have the same. @param rows head first, as
 *   they are when it is asked for; always the same function.
 */
export function useLeaving(id: string, label: string, rows: () => TextRows): Leaving {
  const t = useWords()
  const [place, setPlace] = useState<MenuPlace>()
  const close = useCallback(() => setPlace(undefined), [])
  const copy = useCopy()
  const exportCsv = useCsv(id, label, rows)
  const items = [
    { words: t('table.copy-all'), keys: 'Ctrl C', act: () => copy(tsvOf(rows())) },
    { words: t('table.export'), act: exportCsv },
  ]
  const menu =
    place === undefined ? null : (
      <TableMenu
        label={t('table.menu', { table: label })}
        place={place}
        items={items}
        onClose={close}
      />
    )
  const handlers = {
    onCopy: (event: ClipboardEvent): void => {
      // What a person has marked, or stands in a field, is what is meant.
      if (String(getSelection()) !== '' || event.target instanceof HTMLInputElement) return
      event.clipboardData.setData('text/plain', tsvOf(rows()))
      event.preventDefault()
    },
    onContextMenu: (event: MouseEvent): void => {
      event.preventDefault()
      setPlace({ x: event.clientX, y: event.clientY })
    },
    onKeyDown: (event: KeyboardEvent): void => {
      if (event.key !== 'ContextMenu' && !(event.key === 'F10' && event.shiftKey)) return
      event.preventDefault()
      const { left, top } = event.currentTarget.getBoundingClientRect()
      setPlace({ x: left + 40, y: top + 40 })
    },
  }
  return { handlers, menu }
}
