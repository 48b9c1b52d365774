import type { MenuItem } from '../../components/index.ts'

/** Of the menu of a list: shows the one row that is chosen in the panels of a letter. */
export function openEntry<Row>(
  words: string,
  rows: readonly Row[],
  show: (row: Row) => void,
): MenuItem {
  return {
    words,
    keys: 'Enter',
    isOff: rows.length !== 1,
    act: () => rows.forEach((row) => show(row)),
  }
}
