import { describe, expect, it } from 'vitest'
import type { Saying, StateFact } from '../../../src/core/contracts/index.ts'
import { SAYINGS, asSaid, saying } from '../../../src/core/contracts/index.ts'
import { BOOK_LINES, booksDifferences, wayOut } from '../../../src/core/desk/books-difference.ts'
import type { Micros } from '../../../src/core/domain/index.ts'
import { booksRows } from '../../../src/renderer/bars/books-rows.ts'
import { haltWords, sayingWords, translator } from '../../../src/renderer/words/index.ts'

const differ = (...differences: Saying[]) => saying('state.books-differ', { differences })

const EVERYTHING = differ(
  saying('books.trading-day', { ours: 20200821, theirs: 20200824 }),
  saying('books.reports', { ours: 1204, theirs: 1205 }),
  saying('books.cash', { oursCny: -1500.36, theirsCny: 9999850 }),
  saying('books.long-today', { symbol: 'SHFE.ag2012', ours: 2, theirs: 0 }),
  saying('books.short', { symbol: 'CFFEX.IF2009', ours: 0, theirs: 3 }),
  saying('books.order-here', { order: 'a-1-2-3' }),
  saying('books.order-there', { order: 'b-1-2-3' }),
)

const shown = (reason: Saying, language: 'en' | 'zh' = 'en') =>
  booksRows(booksDifferences(reason), translator(language)).map(({ cells }) => cells)

const halt = (changes: Partial<StateFact>): StateFact => ({
  kind: 'state',
  at: 1 as Micros,
  state: 'halted',
  cause: 'mismatch',
  reason: EVERYTHING,
  person: '',
  ...changes,
})

describe('the way out of a halt', () => {
  it.each([
    ['take-books', halt({})],
    ['take-books', halt({ reason: saying('state.foreign-order', { order: 'x-1' }) })],
    ['unlock', halt({ reason: saying('state.books-agree') })],
    ['unlock', halt({ cause: 'person', reason: saying('state.books-accepted') })],
    [undefined, halt({ state: 'reducing', cause: 'silence', reason: saying('state.by-hand') })],
  ] as const)('is %s', (way, trading) => {
    expect(wayOut(trading)).toBe(way)
  })
})

describe('the rows of books that differ', () => {
  it('name each thing, with what is here and what the venue has', () => {
    expect(shown(EVERYTHING)).toEqual([
      ['account', 'trading day', '2020-08-21', '2020-08-24'],
      ['account', 'reports seen', '1,204', '1,205'],
      ['account', 'cash, less what is held at cost (CNY)', '−1,500.36', '9,999,850.00'],
      ['SHFE.ag2012', 'long of today, lots', '2', '0'],
      ['CFFEX.IF2009', 'short, lots', '0', '3'],
      ['a-1-2-3', 'order', 'working', 'gone'],
      ['b-1-2-3', 'order', 'gone', 'working'],
    ])
  })

  it('do so in Chinese', () => {
    expect(shown(EVERYTHING, 'zh').slice(3, 6)).toEqual([
      ['SHFE.ag2012', '多头今仓（手）', '2', '0'],
      ['CFFEX.IF2009', '空头（手）', '0', '3'],
      ['a-1-2-3', '委托', '挂单', '已无'],
    ])
  })

  it('say that a figure is not known, as the cash of an account without a journal', () => {
    const cash = saying('books.cash', { oursCny: NaN, theirsCny: 1 })
    const told = saying('books.cash', { oursCny: 'NaN', theirsCny: 1 })
    const row = ['account', 'cash, less what is held at cost (CNY)', '–', '1.00']
    expect(shown(differ(cash, told))).toEqual([row, row])
  })

  it('are counted in one line, and told in words without a figure that is none', () => {
    const cash = saying('books.cash', { oursCny: 'NaN', theirsCny: 1 })
    const t = translator('en')
    expect(sayingWords(cash, t)).toBe('cash in CNY: here –, at the venue 1.00')
    const state = halt({ reason: differ(cash, cash) })
    expect(haltWords(state, t)).toBe(t('books.count', { count: 2 }))
  })

  it('show a difference that this version does not know in the words that came', () => {
    expect(shown(differ(asSaid('options: here 1, there 2')))).toEqual([
      ['account', 'options: here 1, there 2', '–', '–'],
    ])
  })

  it('are none where the account was halted for something else', () => {
    expect(shown(saying('state.foreign-order', { order: 'x-1' }))).toEqual([])
  })

  it('know every difference that the gateway tells', () => {
    const told = Object.keys(SAYINGS).filter((code) => code.startsWith('books.'))
    expect(BOOK_LINES.map((line) => `books.${line}`)).toEqual(told)
  })
})
