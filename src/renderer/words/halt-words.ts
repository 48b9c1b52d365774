import type { StateFact } from '../../core/contracts/index.ts'
import { booksDifferences } from '../../core/desk/books-difference.ts'
import type { Translate } from './index.ts'
import { sayingWords } from './saying-words.ts'

/** Why trading is as it is. Books may differ in many things: a dialog has them all, in rows. */
export function haltWords({ reason }: StateFact, t: Translate): string {
  const { length } = booksDifferences(reason)
  return length === 0 ? sayingWords(reason, t) : t('books.count', { count: length })
}
