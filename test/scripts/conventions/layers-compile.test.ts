import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../../..')
let project = ''

/** A project of two files with this project's own compiler settings; `body` stands in the core. */
function compile(body: string): { readonly ok: boolean; readonly said: string } {
  writeFileSync(join(project, 'src/core/probe.ts'), body)
  const tool = join(root, 'node_modules/typescript/bin/tsc')
  const run = spawnSync(process.execPath, [tool, '-p', 'src/core'], {
    cwd: project,
    encoding: 'utf8',
  })
  return { ok: run.status === 0, said: run.stdout }
}

beforeAll(() => {
  mkdirSync(join(root, '.cache'), { recursive: true })
  project = mkdtempSync(join(root, '.cache/layers-'))
  for (const layer of ['core', 'adapters']) {
    mkdirSync(join(project, 'src', layer), { recursive: true })
    cpSync(join(root, 'src', layer, 'tsconfig.json'), join(project, 'src', layer, 'tsconfig.json'))
  }
  cpSync(join(root, 'tsconfig.base.json'), join(project, 'tsconfig.base.json'))
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'))
  writeFileSync(join(project, 'src/adapters/file.ts'), 'export const file = 1\n')
  writeFileSync(join(project, 'src/core/price.ts'), 'export const price = 1\n')
})

afterAll(() => rmSync(project, { recursive: true, force: true }))

it('compiles a core that imports the core', () => {
  const body = "import { price } from './price.ts'\nexport const probe = price\n"
  expect(compile(body)).toEqual({ ok: true, said: '' })
})

it.each([
  [
    'an adapter',
    "import { file } from '../adapters/file.ts'\nexport const probe = file\n",
    'TS6059',
  ],
  ['Node', "import { sep } from 'node:path'\nexport const probe: string = sep\n", 'TS2591'],
  ['a clock of the machine', 'export const probe = performance.now()\n', 'TS2304'],
  ['an enum, which types cannot erase', 'export enum Side {\n  Buy,\n}\n', 'TS1294'],
])('does not compile a core with %s', (_what, body, code) => {
  const { ok, said } = compile(body)
  expect({ ok, code: /TS\d+/.exec(said)?.[0] }).toEqual({ ok: false, code })
})
