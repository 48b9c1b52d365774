import type { SourceFile } from './source.ts'

/**
 * Three views of a source text, each as long as the text itself, with what does not belong to the
 * view blanked out. So a rule about code is not misled by a comment or a message that names the
 * very thing it forbids, and line numbers stay right.
 */
export interface Views {
  /** Code alone: comments and what stands inside quotes are blank. */
  readonly code: string
  /** Code with its strings: comments are blank. */
  readonly text: string
  /** Comments alone. */
  readonly comments: string
}

type Part = 'code' | 'string' | 'comment'

/** A slash after one of these begins a regular expression, not a division. */
const BEFORE_EXPRESSION = /(^|[=([{,;:!&|?+\-*%<>~^}]|=>|\b(return|typeof|case|in|of|void|throw))$/

const known = new WeakMap<SourceFile, Views>()

/** The views of a file, made once however many rules look. */
export function viewsOf(file: SourceFile): Views {
  const found = known.get(file) ?? makeViews(file.text)
  known.set(file, found)
  return found
}

function makeViews(source: string): Views {
  const parts = partsOf(source)
  const keep = (wanted: readonly Part[]): string => {
    let view = ''
    for (const { part, from, to } of parts) {
      const piece = source.slice(from, to)
      view += wanted.includes(part) ? piece : piece.replaceAll(/[^\n]/g, ' ')
    }
    return view
  }
  return { code: keep(['code']), text: keep(['code', 'string']), comments: keep(['comment']) }
}

interface Stretch {
  readonly part: Part
  readonly from: number
  readonly to: number
}

/** Cuts a source into stretches of code, string contents and comments. */
function partsOf(source: string): readonly Stretch[] {
  const parts: Stretch[] = []
  /** Depth of braces inside each open `${…}`. */
  const templates: number[] = []
  let codeFrom = 0
  let at = 0
  const cut = (part: Part, from: number, to: number): void => {
    if (from > codeFrom) parts.push({ part: 'code', from: codeFrom, to: from })
    parts.push({ part, from, to })
    codeFrom = to
    at = to
  }
  const template = (from: number): void => {
    const end = endOfTemplate(source, from)
    if (source[end] === '$') templates.push(0)
    cut('string', from, end)
    at = end + (source[end] === '$' ? 2 : 1)
  }
  while (at < source.length) {
    const character = source[at] ?? ''
    const depth = templates.at(-1)
    if (source.startsWith('//', at)) cut('comment', at, endOf(source, '\n', at))
    else if (source.startsWith('/*', at)) cut('comment', at, endOf(source, '*/', at + 2) + 2)
    else if (character === "'" || character === '"') {
      cut('string', at + 1, endOfQuoted(source, at + 1, character))
      at++
    } else if (character === '`') template(at + 1)
    else if (character === '/' && BEFORE_EXPRESSION.test(before(source, at))) {
      cut('string', at + 1, endOfExpression(source, at + 1))
      at++
    } else if (depth !== undefined && character === '}' && depth === 0) {
      templates.pop()
      template(at + 1)
    } else {
      if (depth !== undefined && character === '{') templates[templates.length - 1] = depth + 1
      if (depth !== undefined && character === '}') templates[templates.length - 1] = depth - 1
      at++
    }
  }
  if (source.length > codeFrom) parts.push({ part: 'code', from: codeFrom, to: source.length })
  return parts
}

function before(source: string, at: number): string {
  return source.slice(Math.max(0, at - 40), at).trimEnd()
}

function endOf(source: string, mark: string, from: number): number {
  const end = source.indexOf(mark, from)
  return end === -1 ? source.length : end
}

function endOfQuoted(source: string, from: number, quote: string): number {
  let at = from
  while (at < source.length && source[at] !== quote && source[at] !== '\n')
    at += source[at] === '\\' ? 2 : 1
  return Math.min(at, source.length)
}

function endOfTemplate(source: string, from: number): number {
  let at = from
  while (at < source.length && source[at] !== '`' && !source.startsWith('${', at))
    at += source[at] === '\\' ? 2 : 1
  return Math.min(at, source.length)
}

function endOfExpression(source: string, from: number): number {
  let inClass = false
  let at = from
  while (at < source.length && source[at] !== '\n' && (inClass || source[at] !== '/')) {
    if (source[at] === '[') inClass = true
    if (source[at] === ']') inClass = false
    at += source[at] === '\\' ? 2 : 1
  }
  return Math.min(at, source.length)
}
