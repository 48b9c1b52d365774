import { expect, it } from 'vitest'
import { fileLength } from '../../../scripts/conventions/rules/file-length.ts'

function broken(path: string, head: string, lines: number): number {
  const body = Array.from({ length: lines - 1 }, () => 'const a = 1').join('\n')
  return fileLength([{ path, text: `${head}\n${body}\n` }]).length
}

it('lets a file have 250 lines, and more with a reason in its head comment', () => {
  expect([
    broken('src/core/a.ts', '', 250),
    broken('src/core/a.ts', '/** A table. Long because it lists each product. */', 251),
    broken('src/core/a.ts', '/**\n * A table.\n *\n * Long because of it.\n */', 396),
    broken('test/core/a.ts', '// Long because it walks one day.', 400),
  ]).toEqual([0, 0, 0, 0])
})

it('refuses more than 250 lines without a reason, and more than 400 with any', () => {
  expect([
    broken('src/core/a.ts', '', 251),
    broken('scripts/a.ts', 'const a = 1 // Long because', 251),
    broken('workers/a.ts', '/** Long because of that. */', 401),
    broken('test/core/a.ts', '', 401),
  ]).toEqual([1, 1, 1, 1])
})

it('leaves documents and data alone', () => {
  expect([broken('docs/a.md', '', 900), broken('resources/a.json', '', 900)]).toEqual([0, 0])
})
