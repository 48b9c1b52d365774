import type { Translate } from '../words/index.ts'
import { codeWords } from '../words/index.ts'
import type { SessionStatus } from './status.ts'

/** Why there is no line to main: what its code means, and what was said of it behind. */
export function whyWords({ code, why }: SessionStatus, t: Translate): string {
  return code === '' ? why : codeWords(code, why, t)
}
