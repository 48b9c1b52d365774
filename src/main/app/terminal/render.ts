import { bookLines } from './book-lines.ts'
import { headLines } from './head-lines.ts'
import { stacked } from './section.ts'
import { fillSection, messageSection, orderSection, positionSection } from './sections.ts'
import type { Line } from './styled-text.ts'
import { EMPTY_LINE, fitted, paint } from './styled-text.ts'
import type { TerminalView } from './view.ts'

/** From this width on the lists stand in two columns. */
const TWO_COLUMNS = 160
/** Rows that the lists keep however many books there are. */
const LISTS = 13

/**
 * The whole screen, one text a row. What does not fit is left out: books beyond the first row of
 * them, then rows of the lists from the last list upward.
 */
export function render(
  view: TerminalView,
  width: number,
  height: number,
  colours: boolean,
): readonly string[] {
  const head = headLines(view, width)
  const books = bookLines(view.books, width, height - head.length - LISTS)
  const above = [...head, ...books, ...(height > 20 ? [EMPTY_LINE] : [])]
  const lists = listLines(view, width, height - above.length)
  return [...above, ...lists].slice(0, height).map((line) => paint(fitted(line, width), colours))
}

function listLines(view: TerminalView, width: number, height: number): readonly Line[] {
  const wide = width >= TWO_COLUMNS
  const left = [positionSection(view), orderSection(view)]
  const right = [fillSection(view), messageSection(view, wide ? Math.ceil(width / 2) : width)]
  if (!wide) return stacked([...left, ...right], height)
  const half = Math.floor(width / 2)
  const one = stacked(left, height)
  const other = stacked(right, height)
  return Array.from({ length: Math.max(one.length, other.length) }, (_, row): Line => [
    ...fitted(one[row] ?? EMPTY_LINE, half),
    ...(other[row] ?? EMPTY_LINE),
  ])
}
