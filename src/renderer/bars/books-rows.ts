import type { BooksDifference } from '../../core/desk/books-difference.ts'
import type { TradingDay } from '../../core/domain/index.ts'
import { UNKNOWN, dayText, decimal } from '../format/index.ts'
import type { Translate } from '../words/index.ts'
import { sayingWords } from '../words/index.ts'

/** A row of the table of differences: symbol or order, what it is, ours, the venue's. */
export interface BooksRow {
  readonly key: string
  readonly cells: readonly [string, string, string, string]
}

export function booksRows(differences: readonly BooksDifference[], t: Translate): BooksRow[] {
  return differences.map((difference, index) => ({
    key: String(index),
    cells: cellsOf(difference, t),
  }))
}

function cellsOf(difference: BooksDifference, t: Translate): BooksRow['cells'] {
  const { line, subject, ours, theirs, saying } = difference
  const cells = (one: string, other: string): BooksRow['cells'] => [
    subject === '' ? t('books.account') : subject,
    line === undefined ? sayingWords(saying, t) : t(`books.line.${line}`),
    one,
    other,
  ]
  switch (line) {
    case 'order-here':
      return cells(t('books.working'), t('books.gone'))
    case 'order-there':
      return cells(t('books.gone'), t('books.working'))
    case 'cash':
      return cells(decimal(ours, 2), decimal(theirs, 2))
    case 'trading-day':
      return cells(dayText(ours as TradingDay), dayText(theirs as TradingDay))
    case undefined:
      return cells(UNKNOWN, UNKNOWN)
    default:
      return cells(decimal(ours), decimal(theirs))
  }
}
