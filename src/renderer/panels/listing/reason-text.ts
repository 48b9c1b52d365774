import { reasonOf } from '../../../core/desk/refusal-list.ts'
import type { Translate } from '../../words/index.ts'
import { codeWords } from '../../words/index.ts'

/** An order's reason in plain words, and as it was said where that is more; empty without one. */
export function reasonText(reason: string, t: Translate): string {
  if (reason === '') return ''
  const { code, words } = reasonOf(reason)
  if (code === '') return words
  return codeWords(code, words, t)
}
