/** Rows by place and by key. Keys outlive places: rows come and go above. */
export interface RowKeys {
  readonly count: number
  readonly keyAt: (index: number) => string
  /** −1 where it is gone. */
  readonly indexOf: (key: string) => number
}

export interface Selection {
  /** The row that keys act on; empty before any was chosen. */
  readonly cursor: string
  /** Where a range begins. */
  readonly anchor: string
  readonly keys: ReadonlySet<string>
}

export const NOTHING_SELECTED: Selection = { cursor: '', anchor: '', keys: new Set() }

/** `only`: this row alone. `range`: all from the anchor to it. `toggle`: it joins or leaves. */
export type SelectHow = 'only' | 'range' | 'toggle'

export function select(
  rows: RowKeys,
  before: Selection,
  index: number,
  how: SelectHow = 'only',
): Selection {
  if (index < 0 || index >= rows.count) return before
  const cursor = rows.keyAt(index)
  if (how === 'toggle') {
    const keys = new Set(before.keys)
    if (!keys.delete(cursor)) keys.add(cursor)
    return { cursor, anchor: cursor, keys }
  }
  const from = how === 'range' ? rows.indexOf(before.anchor) : -1
  if (from < 0) return { cursor, anchor: cursor, keys: new Set([cursor]) }
  const keys = new Set<string>()
  for (let each = Math.min(from, index); each <= Math.max(from, index); each++) {
    keys.add(rows.keyAt(each))
  }
  return { cursor, anchor: before.anchor, keys }
}

export function selectAll(rows: RowKeys, before: Selection): Selection {
  const keys = new Set<string>()
  for (let each = 0; each < rows.count; each++) keys.add(rows.keyAt(each))
  const cursor = before.cursor === '' && rows.count > 0 ? rows.keyAt(0) : before.cursor
  return { cursor, anchor: before.anchor === '' ? cursor : before.anchor, keys }
}

/**
 * Where a key takes the cursor.
 *
 * @param index of the cursor, −1 where there is none. @param page rows that are seen at once.
 * @returns undefined for a key that moves nothing.
 */
export function cursorAfter(
  key: string,
  index: number,
  count: number,
  page: number,
): number | undefined {
  if (count === 0) return undefined
  const last = count - 1
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, index + 1)
    case 'ArrowUp':
      return Math.max(0, index < 0 ? 0 : index - 1)
    case 'PageDown':
      return Math.min(last, Math.max(0, index) + Math.max(1, page - 1))
    case 'PageUp':
      return Math.max(0, index - Math.max(1, page - 1))
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}
