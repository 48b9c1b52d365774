import { DEPTH } from '../../../core/domain/index.ts'
import type { Price } from '../../../core/domain/index.ts'
import { priceText } from './figures.ts'
import type { Line, Style } from './styled-text.ts'
import { fitted, span } from './styled-text.ts'
import type { BookView } from './view.ts'

/** Columns of one book, and the gap to the next. */
export const BOOK_WIDTH = 26
const GAP = 1
const VOLUME = 5
const PRICE = 7

/** Rows of one book: its name with the last price, then the levels. */
export const BOOK_HEIGHT = 1 + DEPTH

/** Books side by side, as many as fit into the width, in as many rows of books as are allowed. */
export function bookLines(
  books: readonly BookView[],
  width: number,
  rows: number,
): readonly Line[] {
  const across = Math.max(1, Math.floor((width + GAP) / (BOOK_WIDTH + GAP)))
  const lines: Line[] = []
  for (let row = 0; row < rows && row * across < books.length; row++) {
    const shown = books.slice(row * across, (row + 1) * across).map(book)
    for (let i = 0; i < BOOK_HEIGHT; i++) {
      lines.push(
        shown.flatMap((part, index) => [
          ...(index === 0 ? [] : [span(' '.repeat(GAP))]),
          ...fitted(part[i] ?? [], BOOK_WIDTH),
        ]),
      )
    }
  }
  return lines
}

function book(view: BookView): readonly Line[] {
  const levels = Array.from({ length: DEPTH }, (_, level): Line => [
    span(volume(view.bidVolumes[level], view.bidPrices[level]).padStart(VOLUME), 'faint'),
    span(price(view, view.bidPrices[level]).padStart(PRICE + 1)),
    span('  '),
    span(price(view, view.askPrices[level]).padEnd(PRICE)),
    span(volume(view.askVolumes[level], view.askPrices[level]).padStart(VOLUME - 1), 'faint'),
  ])
  return [head(view), ...levels]
}

function head(view: BookView): Line {
  const { symbol, decimals, last, change } = view
  const style: Style = change > 0 ? 'up' : change < 0 ? 'down' : 'plain'
  const sign = change > 0 ? '+' : ''
  const moved = Number.isNaN(change) ? '' : ` ${sign}${change.toFixed(decimals)}`
  const figures = `${priceText(last, decimals)}${moved}`
  const room = BOOK_WIDTH - symbol.length
  return [span(symbol, 'strong'), span(figures.padStart(room), style)]
}

function price({ decimals }: BookView, of: Price | undefined): string {
  return of === undefined || Number.isNaN(of) ? '·' : priceText(of, decimals)
}

function volume(lots: number | undefined, of: Price | undefined): string {
  return lots === undefined || of === undefined || Number.isNaN(of) ? '' : shortCount(lots)
}

/** Four characters at most. */
function shortCount(lots: number): string {
  if (lots < 10_000) return String(lots)
  return lots < 1_000_000 ? `${Math.round(lots / 1000)}k` : `${Math.round(lots / 1_000_000)}m`
}
