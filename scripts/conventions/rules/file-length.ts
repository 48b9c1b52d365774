import type { Rule, SourceFile, Violation } from '../source.ts'
import { isCode } from '../source.ts'

/** From here on a file has to say why it is long. */
export const EXPLAIN_ABOVE = 250
export const NEVER_ABOVE = 400

/** A head comment that begins before any code and says `Long because …`. */
const REASON =
  /^\s*(?:\/\*(?:(?!\*\/)[\s\S])*?Long because\s+\S|(?:\/\/[^\n]*\n\s*)*?\/\/[^\n]*Long because\s+\S)/

/** One idea a file: over 250 lines needs a reason in its head comment, over 400 is never right. */
export const fileLength: Rule = (files) =>
  files
    .filter((file) => isCode(file.path) && /^(src|workers|scripts|test)\//.test(file.path))
    .flatMap(check)

function check({ path, text }: SourceFile): readonly Violation[] {
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
  const found = (mend: string): readonly Violation[] => [
    { path, line: lines, rule: 'file-length', mend },
  ]
  if (lines > NEVER_ABOVE) return found(`${lines} lines; split it, ${NEVER_ABOVE} is the end`)
  if (lines > EXPLAIN_ABOVE && !REASON.test(text))
    return found(`${lines} lines; split it, or say "Long because …" in its head comment`)
  return []
}
