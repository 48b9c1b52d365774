import type { Saying, SlotValue, StateFact } from '../contracts/index.ts'
import { asSaid, isList } from '../contracts/index.ts'

/** What may differ between the gateway's books and the venue's. */
export const BOOK_LINES = [
  'trading-day',
  'reports',
  'cash',
  'long',
  'short',
  'long-today',
  'long-older',
  'short-today',
  'short-older',
  'order-here',
  'order-there',
] as const
export type BookLine = (typeof BOOK_LINES)[number]

/** One thing that differs. */
export interface BooksDifference {
  /** Undefined where this version does not know it: then the saying alone tells of it. */
  readonly line: BookLine | undefined
  /** The symbol, or the order; empty where it is the account's. */
  readonly subject: string
  /** Lots, a count, a day as `20200821`, or CNY; NaN of an order, and where it is not known. */
  readonly ours: number
  readonly theirs: number
  readonly saying: Saying
}

/**
 * What a halt says of books that differ, one by one; empty where it was halted for another reason,
 * as an order that nobody sent here, and nothing that differs has been told.
 */
export function booksDifferences({ code, values }: Saying): readonly BooksDifference[] {
  if (code !== 'state.books-differ') return []
  const told = values['differences']
  if (typeof told !== 'object') {
    return told === undefined ? [] : [differenceOf(asSaid(String(told)))]
  }
  return (isList(told) ? told : [told]).map(differenceOf)
}

/**
 * What a person at a window may do about a halt: lift it, or take the venue's books first. Books
 * that differed and agree again are lifted.
 */
export function wayOut({ state, cause, reason }: StateFact): 'unlock' | 'take-books' | undefined {
  if (cause === 'mismatch' && reason.code !== 'state.books-agree') return 'take-books'
  return state === 'halted' ? 'unlock' : undefined
}

function differenceOf(saying: Saying): BooksDifference {
  const { code, values } = saying
  const line = BOOK_LINES.find((each) => `books.${each}` === code)
  return {
    line,
    subject: textOf(values['symbol'] ?? values['order']),
    ours: figureOf(values['ours'] ?? values['oursCny']),
    theirs: figureOf(values['theirs'] ?? values['theirsCny']),
    saying,
  }
}

function textOf(value: SlotValue | undefined): string {
  return typeof value === 'string' ? value : ''
}

/** A figure that is none travels as its name. */
function figureOf(value: SlotValue | undefined): number {
  return typeof value === 'number' ? value : Number.NaN
}
