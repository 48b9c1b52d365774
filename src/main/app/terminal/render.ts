import { bookLines } from './book-lines.ts'
import { headLines } from './head-lines.ts'
import { stacked } from './section.ts'
import { latencySection, processSection, storeSection } from './process-sections.ts'
import type { Section } from './section.ts'
import { fillSection, messageSection, orderSection, positionSection } from './sections.ts'
import type { Line } from './styled-text.ts'
import { EMPTY_LINE, faded, fitted, paint } from './styled-text.ts'
import type { TerminalView } from './view.ts'

/** From this width on the lists stand in two columns. */
const TWO_COLUMNS = 150
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
  const shown = view.stale ? books.map(faded) : books
  const above = [...head, ...shown, ...(height > 20 ? [EMPTY_LINE] : [])]
  const lists = listLines(view, width, height - above.length)
  return [...above, ...lists].slice(0, height).map((line) => paint(fitted(line, width), colours))
}

function listLines(view: TerminalView, width: number, height: number): readonly Line[] {
  const wide = width >= TWO_COLUMNS
  const half = Math.floor(width / 2)
  const account = [positionSection(view), orderSection(view)].map(aged(view))
  const fills = aged(view)(fillSection(view))
  const messages = messageSection(view, wide ? width - half : width)
  const processes = processSection(view)
  const measured = [latencySection(view), storeSection(view)]
  if (!wide) return stacked([...account, fills, messages, processes, ...measured], height)
  const one = stacked([...account, processes, ...measured], height)
  const other = stacked([fills, messages], height)
  return Array.from({ length: Math.max(one.length, other.length) }, (_, row): Line => [
    ...fitted(one[row] ?? EMPTY_LINE, half),
    ...(other[row] ?? EMPTY_LINE),
  ])
}

/** What may be old looks so. */
function aged({ stale }: TerminalView): (section: Section) => Section {
  return (section) => (stale ? { ...section, rows: section.rows.map(faded) } : section)
}
