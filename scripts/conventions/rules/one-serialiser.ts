import { importsOf } from '../imports.ts'
import type { Rule, SourceFile, Violation } from '../source.ts'
import { isCode, matchesOf } from '../source.ts'
import { viewsOf } from '../views.ts'

const CODEC = /^(src|test)\/core\/contracts\/(codec|wire)/

/** One serialiser: MessagePack in the codec alone, and no JSON read inside the core. */
export const oneSerialiser: Rule = (files) =>
  files.filter((file) => isCode(file.path)).flatMap((file) => [...packers(file), ...readers(file)])

function packers(file: SourceFile): readonly Violation[] {
  if (CODEC.test(file.path)) return []
  return importsOf(file)
    .filter(({ specifier }) => /^msgpackr(\/|$)|^@msgpack\//.test(specifier))
    .map(({ line }) => broken(file.path, line, 'only the codec imports msgpackr; call the codec'))
}

function readers(file: SourceFile): readonly Violation[] {
  if (!file.path.startsWith('src/core/')) return []
  return matchesOf(viewsOf(file).code, /\bJSON\.parse\b/).map(({ line }) =>
    broken(file.path, line, 'the core reads no JSON; parse and check it in an adapter'),
  )
}

function broken(path: string, line: number, mend: string): Violation {
  return { path, line, rule: 'one-serialiser', mend }
}
