import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { format } from 'prettier'
import { expect, it } from 'vitest'
import { withTables } from '../../scripts/protocol/tables.ts'

const path = resolve(import.meta.dirname, '../../docs/protocol.md')

it('is described byte by byte as it is written and read; npm run protocol mends the page', async () => {
  const page = readFileSync(path, 'utf8')
  const made = await format(withTables(page), { filepath: path, printWidth: 120 })
  expect(squeezed(made)).toBe(squeezed(page))
})

it('refuses a page that has lost a place for the layouts', () =>
  expect(() => withTables('# The protocol')).toThrow('has no place for facts'))

/** Padding of tables is the formatter's business. */
function squeezed(text: string): string {
  return text.replaceAll(/[ -]+/g, ' ')
}
