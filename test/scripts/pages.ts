import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '../..')
const FOLDER = join(ROOT, 'docs')

/** The pages of the documents, by the names of their files. */
export const PAGES = readdirSync(FOLDER).filter((name) => name.endsWith('.md'))

export function page(name: string): string {
  return readFileSync(join(FOLDER, name), 'utf8')
}

/** Everything in backticks, in order. */
export function spans(text: string): readonly string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span)
}

/** What of a list a page does not name. */
export function missing(name: string, words: readonly string[]): readonly string[] {
  const named = new Set(spans(page(name)))
  return words.filter((word) => !named.has(word))
}

/** The cells of a page's table rows, without backticks; the first is before the first bar. */
export function rows(name: string): readonly (readonly string[])[] {
  return page(name)
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')))
}

/** All code below a folder of the project, one file after the other. */
export function codeBelow(folder: string): string {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(ROOT, folder, name), 'utf8'))
    .join('\n')
}
