import type { KeyboardEvent } from 'react'
import { cursorAfter } from './selection.ts'
import type { TableView } from './table-view.ts'
import type { TypedSearch } from './typed-search.ts'
import { findTyped } from './typed-search.ts'

/** What keys do in a table beyond moving the cursor. */
export interface KeyDeeds<Row> {
  readonly onEnter?: ((row: Row) => void) | undefined
  readonly onDelete?: ((rows: readonly Row[]) => void) | undefined
  /** Where given, typing finds a row by these words. */
  readonly searchText?: ((row: Row) => string) | undefined
  readonly openMenu: () => void
}

/** @returns whether the key was the table's. */
export function takeKey<Row>(
  event: KeyboardEvent,
  view: TableView<Row>,
  search: TypedSearch,
  deeds: KeyDeeds<Row>,
): boolean {
  const { key, shiftKey } = event
  const hasModifier = event.ctrlKey || event.metaKey || event.altKey
  if (hasModifier) {
    if (key.toLowerCase() !== 'a' || event.altKey) return false
    view.chooseAll()
    return true
  }
  const target = cursorAfter(key, view.cursorIndex, view.rows.length, view.page)
  if (target !== undefined) {
    view.choose(target, shiftKey ? 'range' : 'only')
    return true
  }
  if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) {
    deeds.openMenu()
    return true
  }
  return acts(key, event.repeat, view, deeds) || finds(key, event.timeStamp, view, search, deeds)
}

function acts<Row>(
  key: string,
  isRepeat: boolean,
  view: TableView<Row>,
  { onEnter, onDelete }: KeyDeeds<Row>,
): boolean {
  const { current, selected } = view
  if (key === 'Enter' && onEnter !== undefined && current !== undefined) {
    onEnter(current)
    return true
  }
  if (key === 'Delete' && onDelete !== undefined && selected.length > 0) {
    // A held key never trades.
    if (!isRepeat) onDelete(selected)
    return true
  }
  return false
}

function finds<Row>(
  key: string,
  now: number,
  view: TableView<Row>,
  search: TypedSearch,
  { searchText }: KeyDeeds<Row>,
): boolean {
  if (searchText === undefined || key.length !== 1) return false
  const typed = search.type(key, now)
  const from = typed.length > 1 ? view.cursorIndex : view.cursorIndex + 1
  const found = findTyped(typed, from, view.rows.length, (index) => {
    const row = view.rows[index]
    return row === undefined ? '' : searchText(row)
  })
  if (found >= 0) view.choose(found)
  return true
}
