import { posix } from 'node:path'
import type { SourceFile } from './source.ts'
import { lineAt } from './source.ts'
import { viewsOf } from './views.ts'

/** One import or re-export of a file. */
export interface Import {
  readonly line: number
  readonly specifier: string
  /** Path from the root for a relative import, else `undefined`. */
  readonly target: string | undefined
}

const STATEMENT =
  /(?:^|[\n;])\s*(?:import|export)\b[^'"`;()]*?\bfrom\s*['"]([^'"\n]+)['"]|(?:^|[\n;])\s*import\s*['"]([^'"\n]+)['"]|\b(?:import|require)\s*\(\s*['"]([^'"\n]+)['"]/g

/** The imports of a file, in order: static, for side effects, re-exports, dynamic and `require`. */
export function importsOf(file: SourceFile): readonly Import[] {
  const { text, code } = viewsOf(file)
  // The word itself must be code: texts may hold whole programs.
  const stated = [...text.matchAll(STATEMENT)].filter(({ index, 0: match }) =>
    /\b(import|export|require)\b/.test(code.slice(index, index + match.length)),
  )
  return stated.map((found) => {
    const specifier = found[1] ?? found[2] ?? found[3] ?? ''
    return {
      line: lineAt(text, found.index + found[0].lastIndexOf(specifier)),
      specifier,
      target: specifier.startsWith('.')
        ? posix.join(posix.dirname(file.path), specifier)
        : undefined,
    }
  })
}
