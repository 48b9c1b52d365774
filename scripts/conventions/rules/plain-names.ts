import type { Rule, SourceFile, Violation } from '../source.ts'
import { isCode, matchesOf } from '../source.ts'
import { viewsOf } from '../views.ts'

const EMPTY = 'Manager|Managers|Util|Utils|Utility|Utilities|Helper|Helpers'
const DECLARED = new RegExp(
  `\\b(?:class|interface|type|function|const|let|enum)\\s+\\w*(?:${EMPTY})(?![a-z])\\w*|\\b(?:utils?|helpers?|manager)\\b(?=\\s*[=(:])`,
)
const PREFIXED = /\binterface\s+I[A-Z][a-z]\w*/
const FILE = /(^|[-/.])(managers?|utils?|helpers?|common|misc)([-.]|$)/

/** Names are words of the trade; these say nothing about what the code does. */
export const plainNames: Rule = (files) =>
  files
    .filter((file) => isCode(file.path) && /^(src|workers|scripts|test)\//.test(file.path))
    .flatMap(check)

function check(source: SourceFile): readonly Violation[] {
  const { path } = source
  const { code } = viewsOf(source)
  const found = (line: number, name: string): Violation => ({
    path,
    line,
    rule: 'plain-names',
    mend: `"${name}" says nothing; name what it does in words of the trade`,
  })
  const names = [...matchesOf(code, DECLARED), ...matchesOf(code, PREFIXED)]
  const file = FILE.exec(path.slice(path.lastIndexOf('/') + 1))
  return [
    ...(file === null ? [] : [found(1, file[2] ?? '')]),
    ...names.map(({ line, match }) => found(line, match)),
  ]
}
