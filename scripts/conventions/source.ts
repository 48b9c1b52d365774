/** A file of the project: its path from the root with forward slashes, and its text. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

/** Where a convention is broken, and how to mend it. */
export interface Violation {
  readonly path: string
  /** Counted from 1. */
  readonly line: number
  readonly rule: string
  readonly mend: string
}

/** A convention as a pure function over all files. */
export type Rule = (files: readonly SourceFile[]) => readonly Violation[]

/** Whether a file is code of ours that imports and is imported. */
export function isCode(path: string): boolean {
  return /\.(ts|tsx|mts|mjs|js)$/.test(path)
}

/** The line of a place in a text, counted from 1. */
export function lineAt(text: string, index: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < index; at = text.indexOf('\n', at + 1)) line++
  return line
}

/** Every place where a pattern matches a text: the line, and the match itself. */
export function matchesOf(
  text: string,
  pattern: RegExp,
): readonly { readonly line: number; readonly match: string }[] {
  const all = new RegExp(
    pattern.source,
    pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`,
  )
  return [...text.matchAll(all)].map((found) => ({
    line: lineAt(text, found.index),
    match: found[0],
  }))
}
