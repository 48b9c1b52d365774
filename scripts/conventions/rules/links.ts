import { posix } from 'node:path'
import { anchorsOf, proseOf } from '../markdown.ts'
import type { Rule, SourceFile, Violation } from '../source.ts'
import { isCode, lineAt } from '../source.ts'
import { viewsOf } from '../views.ts'

const LINK = /\[[^\]\n]*\]\(([^)\s]+)\)|^\[[^\]\n]+\]:\s+(\S+)/gm
const SPAN = /`([^`\n]+)`/g
/** What a path is written with, with placeholders: `docs/*.md`, `{a,b}.ts`, `workers/<name>`. */
const PATH = /^[\w.@-][\w.@*{},<>/-]*$/
const ENDING = /\.(ts|tsx|mts|mjs|js|json|md|html|css|proto|onnx)$/
/** How files are named here, so that `Response.json` is taken for the code that it is. */
const NAME = /^[a-z0-9.-]+$|^[A-Z_]+\.md$/
/** Files that the project reads or writes, and does not hold. */
const ELSEWHERE = new Set(['ghtrader.json'])
/** Folders that only a build or an installation makes. */
const MADE = /^(out|node_modules|\.cache)(\/|$)/

/**
 * Links of documents lead somewhere, headings included, and paths that stand in backticks, in
 * documents and in comments, are those of files and folders that there are. Blocks of code are
 * not looked at: they may show files that are yet to be made.
 *
 * @param paths every file of the project, those that are no text too.
 */
export function links(paths: readonly string[]): Rule {
  const places = placesOf(paths)
  return (files) => {
    const documents = files.filter(({ path }) => path.endsWith('.md'))
    const anchors = new Map(documents.map(({ path, text }) => [path, anchorsOf(text)]))
    return [
      ...documents.flatMap((file) => [
        ...deadLinks(file, places, anchors),
        ...lostPaths(file, proseOf(file.text), places),
      ]),
      ...files
        .filter(({ path }) => isCode(path) && !path.startsWith('test/scripts/'))
        .flatMap((file) => lostPaths(file, viewsOf(file).comments, places)),
    ]
  }
}

/** All files and the folders above them. */
function placesOf(paths: readonly string[]): ReadonlySet<string> {
  const places = new Set<string>()
  for (const path of paths) {
    for (let place = path; place !== '.'; place = posix.dirname(place)) places.add(place)
  }
  return places
}

function deadLinks(
  { path, text }: SourceFile,
  places: ReadonlySet<string>,
  anchors: ReadonlyMap<string, ReadonlySet<string>>,
): readonly Violation[] {
  const prose = proseOf(text).replace(SPAN, (span) => ' '.repeat(span.length))
  return [...prose.matchAll(LINK)].flatMap((found) => {
    const link = found[1] ?? found[2] ?? ''
    if (/^[a-z]+:/.test(link)) return []
    const [target = '', anchor = ''] = link.split('#')
    const place = target === '' ? path : posix.join(posix.dirname(path), target).replace(/\/$/, '')
    const line = lineAt(prose, found.index)
    if (!places.has(place)) return [{ path, line, rule: 'links', mend: `${link} leads nowhere` }]
    if (anchor === '' || anchors.get(place)?.has(anchor) !== false) return []
    return [{ path, line, rule: 'links', mend: `${place} has no heading ${anchor}` }]
  })
}

function lostPaths(
  { path }: SourceFile,
  text: string,
  places: ReadonlySet<string>,
): readonly Violation[] {
  return [...text.matchAll(SPAN)].flatMap((found) =>
    (found[1] ?? '')
      .split(/\s+/)
      .map((word) => word.replace(/(:\d+|\/)$/, ''))
      .filter((word) => PATH.test(word) && !isThere(word, places))
      .map((word) => ({
        path,
        line: lineAt(text, found.index),
        rule: 'links',
        mend: `${word} is not there; correct the path, or leave it out`,
      })),
  )
}

/** Whether a word is no path of ours, or one that exists: whole from the root, or its end. */
function isThere(word: string, places: ReadonlySet<string>): boolean {
  if (MADE.test(word) || ELSEWHERE.has(word)) return true
  const [top = ''] = word.split('/')
  const fromRoot = word.includes('/') && places.has(top)
  if (!fromRoot && !(ENDING.test(word) && NAME.test(posix.basename(word)))) return true
  if (places.has(word)) return true
  const wanted = patternOf(word)
  for (const place of places) if (wanted.test(place)) return true
  return false
}

/** The pattern of a path with placeholders, from the root or from any folder on. */
function patternOf(word: string): RegExp {
  const source = word
    .replace(/[.@]/g, '\\$&')
    .replace(/\*\*|\*|<[^>]*>/g, (mark) => (mark === '**' ? '.*' : '[^/]*'))
    .replace(/\{([^}]*)\}/g, (_, names: string) => `(${names.replaceAll(',', '|')})`)
  return new RegExp(`(^|/)${source}$`)
}
