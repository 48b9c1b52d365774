import { expect, it } from 'vitest'
import { layers } from '../../../scripts/conventions/rules/layers.ts'

/** What a file may not import, of the given specifiers. */
function refused(path: string, ...specifiers: readonly string[]): readonly string[] {
  const text = specifiers.map((specifier) => `import { a } from '${specifier}'`).join('\n')
  return layers([{ path, text }]).map(({ line }) => specifiers[line - 1] ?? '')
}

it('keeps everything but the core out of the core, packages included', () => {
  const wrong = ['../../adapters/journal/file.ts', '../../main/app/feed.ts', 'node:fs', 'msgpackr']
  expect(refused('src/core/state/book.ts', ...wrong, '../domain/index.ts', './book.ts')).toEqual(
    wrong,
  )
})

it('lets the contracts use the serialiser and no other package', () => {
  expect(refused('src/core/contracts/codec.ts', 'msgpackr', 'react')).toEqual(['react'])
})

it('keeps the engine and the exchange apart, but for the driver that joins them', () => {
  expect([
    refused('src/core/engine/gateway.ts', '../exchange/exchange.ts', '../contracts/venue.ts'),
    refused('src/core/exchange/ledger.ts', '../engine/planner.ts', '../domain/index.ts'),
    refused('src/core/engine/driver/driver.ts', '../../exchange/exchange.ts'),
  ]).toEqual([['../exchange/exchange.ts'], ['../engine/planner.ts'], []])
})

it('lets adapters see the core and Node, not main', () => {
  const wrong = ['../../main/app/feed.ts', '../../../workers/gateway/index.ts', 'electron']
  const right = ['../../core/ports/index.ts', '../journal/frame.ts', 'node:fs']
  expect(refused('src/adapters/venue/exchange.ts', ...wrong, ...right)).toEqual(wrong)
})

it('keeps workers from main and from each other', () => {
  const wrong = ['../../src/main/app/feed.ts', '../strategy/run.ts']
  const right = ['../worker-spec.ts', './run.ts', '../../src/adapters/bus/memory.ts', 'node:os']
  expect(refused('workers/gateway/index.ts', ...wrong, ...right)).toEqual(wrong)
})

it('keeps page and preload from main, Node and adapters', () => {
  const wrong = ['../main/app/feed.ts', '../adapters/bus/memory.ts', 'node:fs']
  expect([
    refused('src/renderer/main.tsx', ...wrong, 'react', '../core/domain/index.ts', 'electron'),
    refused('src/preload/index.ts', ...wrong, 'electron', '../core/contracts/index.ts'),
  ]).toEqual([[...wrong, 'electron'], wrong])
})

it('sees re-exports, types, dynamic imports and imports over several lines', () => {
  const text = `export * from '../adapters/a.ts'
import type { B } from '../adapters/b.ts'
const c = await import('../adapters/c.ts')
import {
  d,
} from '../adapters/d.ts'
// import { e } from '../adapters/e.ts'
const f = "import { f } from '../adapters/f.ts'"
const g = \`
import { g } from '../adapters/g.ts'
\`
`
  expect(layers([{ path: 'src/core/x.ts', text }]).map(({ line }) => line)).toEqual([1, 2, 3, 6])
})
