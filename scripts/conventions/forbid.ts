import type { Rule, SourceFile } from './source.ts'
import { isCode, matchesOf } from './source.ts'
import type { Views } from './views.ts'
import { viewsOf } from './views.ts'

/** A convention that forbids a pattern in some files, in one view of their text. */
export interface Forbidden {
  readonly rule: string
  readonly where: (path: string) => boolean
  readonly view: keyof Views
  readonly patterns: readonly RegExp[]
  /** Lets a match pass all the same. */
  readonly unless?: (match: string) => boolean
  readonly mend: (match: string) => string
}

/** Makes the rule that such a convention is. */
export function forbid({ rule, where, view, patterns, unless, mend }: Forbidden): Rule {
  const check = (file: SourceFile) =>
    patterns
      .flatMap((pattern) => matchesOf(viewsOf(file)[view], pattern))
      .filter(({ match }) => unless?.(match) !== true)
      .map(({ line, match }) => ({ path: file.path, line, rule, mend: mend(match.trim()) }))
  return (files) => files.filter(({ path }) => isCode(path) && where(path)).flatMap(check)
}
