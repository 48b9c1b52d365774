import { DEPTH } from '../../../core/domain/index.ts'
import type { Price } from '../../../core/domain/index.ts'
import { count, priceText } from './figures.ts'
import type { Line, Style } from './styled-text.ts'
import { fitted, span } from './styled-text.ts'
import type { BookView } from './view.ts'

/** Columns of one book, and the gap to the next. */
export const BOOK_WIDTH = 26
const GAP = 1
const VOLUME = 5
const PRICE = 7

/**
 * Books side by side, as many as fit into the width, in as many rows of books as fit into the
 * height; one row at least. A row in which nobody shows a second level takes less of it.
 */
export function bookLines(
  books: readonly BookView[],
  width: number,
  height: number,
): readonly Line[] {
  const across = Math.max(1, Math.floor((width + GAP) / (BOOK_WIDTH + GAP)))
  const lines: Line[] = []
  for (let first = 0; first < books.length; first += across) {
    const row = sideBySide(books.slice(first, first + across))
    if (first > 0 && lines.length + row.length > height) break
    lines.push(...row)
  }
  return lines
}

function sideBySide(books: readonly BookView[]): readonly Line[] {
  const levels = books.some(
    ({ bidPrices, askPrices }) => hasDepth(bidPrices) || hasDepth(askPrices),
  )
    ? DEPTH
    : 1
  const columns = books.map((view) => book(view, levels))
  return Array.from({ length: levels + 2 }, (_, row) =>
    columns.flatMap((column, index) => [
      ...(index === 0 ? [] : [span(' '.repeat(GAP))]),
      ...fitted(column[row] ?? [], BOOK_WIDTH),
    ]),
  )
}

function hasDepth(prices: readonly Price[]): boolean {
  return prices.some((of, level) => level > 0 && !Number.isNaN(of))
}

/** Name and last price, the levels, then spread and volume. */
function book(view: BookView, depth: number): readonly Line[] {
  const levels = Array.from({ length: depth }, (_, level): Line => [
    span(volume(view.bidVolumes[level], view.bidPrices[level]).padStart(VOLUME), 'faint'),
    span(price(view, view.bidPrices[level]).padStart(PRICE + 1)),
    span('  '),
    span(price(view, view.askPrices[level]).padEnd(PRICE)),
    span(volume(view.askVolumes[level], view.askPrices[level]).padStart(VOLUME - 1), 'faint'),
  ])
  return [head(view), ...levels, foot(view)]
}

function foot({ decimals, spread, volume: traded }: BookView): Line {
  const left = Number.isNaN(spread) ? '' : `spread ${spread.toFixed(decimals)}`
  const right = Number.isNaN(traded) ? '' : `${count(traded)} lots`
  return [span(left + right.padStart(BOOK_WIDTH - left.length), 'faint')]
}

function head(view: BookView): Line {
  const { symbol, decimals, last, change } = view
  const style: Style = change > 0 ? 'up' : change < 0 ? 'down' : 'plain'
  const sign = change > 0 ? '+' : ''
  const moved = Number.isNaN(change) ? '' : ` ${sign}${change.toFixed(decimals)}`
  const room = BOOK_WIDTH - symbol.length
  const both = `${priceText(last, decimals)}${moved}`
  const figures = both.length < room ? both : priceText(last, decimals)
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
