import type { TextRows } from '../../core/desk/table-text.ts'

/** What of a table of the page is read: a `<table>` is one. */
export interface ShownTable {
  readonly rows: Iterable<{ readonly cells: Iterable<ShownCell> }>
}

interface ShownCell {
  readonly textContent: string | null
  /** How many columns it takes. */
  readonly colSpan?: number
}

/** What a table of the page says, as it stands there: head, rows and sums. */
export function shownTexts({ rows }: ShownTable): TextRows {
  return [...rows].map(({ cells }) =>
    [...cells].flatMap(({ textContent, colSpan = 1 }) => [
      (textContent ?? '').replace(/\s+/g, ' ').trim(),
      ...Array.from({ length: colSpan - 1 }, () => ''),
    ]),
  )
}
