import { describe, expect, it } from 'vitest'
import { approvedOrders } from '../../../scripts/conventions/rules/approved-orders.ts'
import { changeLog } from '../../../scripts/conventions/rules/change-log.ts'
import { commentWidth } from '../../../scripts/conventions/rules/comment-width.ts'
import { electronRooms } from '../../../scripts/conventions/rules/electron-rooms.ts'
import { fileNames } from '../../../scripts/conventions/rules/file-names.ts'
import { importEndings } from '../../../scripts/conventions/rules/import-endings.ts'
import { oneSerialiser } from '../../../scripts/conventions/rules/one-serialiser.ts'
import { plainNames } from '../../../scripts/conventions/rules/plain-names.ts'
import { publicPlaces } from '../../../scripts/conventions/rules/public-places.ts'
import { quietCode } from '../../../scripts/conventions/rules/quiet-code.ts'
import { suppressions } from '../../../scripts/conventions/rules/suppressions.ts'
import { unfinished } from '../../../scripts/conventions/rules/unfinished.ts'
import { wholeSuites } from '../../../scripts/conventions/rules/whole-suites.ts'
import type { Rule } from '../../../scripts/conventions/source.ts'

/** The lines of one file that break a rule. */
function broken(rule: Rule, path: string, ...lines: readonly string[]): readonly number[] {
  return rule([{ path, text: lines.join('\n') }]).map(({ line }) => line)
}

describe('approved orders', () => {
  const cast = ['const order = request as ApprovedOrder', 'const two = <ApprovedOrder>(request)']

  it('refuses a cast or the mint outside the gate', () => {
    expect([
      broken(approvedOrders, 'src/core/engine/planner.ts', ...cast),
      broken(approvedOrders, 'test/core/x.ts', '', 'mintApprovedOrder(request)'),
    ]).toEqual([[1, 2], [2]])
  })

  it('refuses a second place that spends one', () => {
    const use = ["import { spend } from '../../src/core/engine/index.ts'"]
    const many = ['import {', '  createGate,', '  spend as send,', "} from '../gate/index.ts'"]
    const web = ['spend(offered: string): boolean {']
    expect([
      broken(approvedOrders, 'workers/gateway/gateway.ts', ...use),
      broken(approvedOrders, 'src/core/engine/driver/driver.ts', ...many),
      broken(approvedOrders, 'src/core/engine/driver/gateway-runner.ts', ...use),
      broken(approvedOrders, 'src/main/app/web/session.ts', ...web),
    ]).toEqual([[1], [1], [], []])
  })

  it('lets the gate make one, and others receive one', () => {
    expect([
      broken(approvedOrders, 'src/core/engine/gate/mint.ts', ...cast),
      broken(approvedOrders, 'src/core/ports/venue.ts', 'submit(order: ApprovedOrder): void'),
    ]).toEqual([[], []])
  })
})

describe('the change log', () => {
  it('is missed where it is absent or has no place for the next change', () => {
    expect([
      changeLog([]).length,
      broken(changeLog, 'CHANGELOG.md', '# Changelog', '## [0.1.0]').length,
    ]).toEqual([1, 1])
  })

  it('is fine with a section for what is not released', () => {
    expect(broken(changeLog, 'CHANGELOG.md', '# Changelog', '## [Unreleased]')).toEqual([])
  })
})

describe('the width of comments', () => {
  const comment = (columns: number): string =>
    `// ${'wörter '.repeat(99)}`.slice(0, columns - 1) + '.'

  it('is 100 columns, of characters and not of bytes, wherever the comment begins', () => {
    const behind = `const a = 1 ${comment(89)}`
    const block = ['/**', ` * ${'a'.repeat(98)}`, ' */', `/** ${'a'.repeat(94)} */`]
    expect([
      broken(commentWidth, 'src/core/x.ts', '', comment(101), comment(100), behind),
      broken(commentWidth, 'test/core/x.test.ts', ...block),
    ]).toEqual([
      [2, 4],
      [2, 4],
    ])
  })

  it('is nothing to code, to strings, or to words for the linter', () => {
    const text = `say('// ${'a'.repeat(120)}')`
    const told = `// oxlint-disable-next-line ${'a'.repeat(99)}`
    expect([
      broken(commentWidth, 'src/core/x.ts', text, told),
      broken(commentWidth, 'docs/x.js', comment(120)),
    ]).toEqual([[], []])
  })
})

describe('electron', () => {
  const use = "import { app } from 'electron'"

  it('is refused outside its rooms', () => {
    const paths = ['src/main/app/feed.ts', 'src/adapters/x.ts', 'workers/gateway/index.ts']
    expect(paths.map((path) => broken(electronRooms, path, use))).toEqual([[1], [1], [1]])
  })

  it('is at home in its rooms, and its tools everywhere', () => {
    const paths = ['src/main/electron/window.ts', 'src/main/index.ts', 'src/preload/index.ts']
    const tool = "import { defineConfig } from 'electron-vite'"
    expect([
      ...paths.map((path) => broken(electronRooms, path, use)),
      broken(electronRooms, 'electron.vite.config.ts', tool),
    ]).toEqual([[], [], [], []])
  })
})

describe('file names', () => {
  it('are refused in camel case, in Pascal case and with underscores', () => {
    const paths = ['src/core/applyFill.ts', 'src/renderer/Chart.tsx', 'test/core/a_b.test.ts']
    expect(paths.map((path) => broken(fileNames, path))).toEqual([[1], [1], [1]])
  })

  it('are kebab-case in source folders and free elsewhere', () => {
    const paths = ['src/core/apply-fill.ts', 'test/core/apply-fill.test.ts', 'CHANGELOG.md']
    expect(paths.map((path) => broken(fileNames, path))).toEqual([[], [], []])
  })
})

describe('import endings', () => {
  it('are missed in imports, re-exports and dynamic imports', () => {
    const lines = ["import { a } from './a'", "export * from '../b'", "await import('./c')"]
    expect(broken(importEndings, 'src/core/x.ts', ...lines)).toEqual([1, 2, 3])
  })

  it('are needed on relative paths alone', () => {
    const lines = ["import { a } from './a.ts'", "import { x } from 'pkg'", "// from './old'"]
    expect(broken(importEndings, 'src/core/x.ts', ...lines)).toEqual([])
  })
})

describe('the one serialiser', () => {
  const pack = "import { Packr } from 'msgpackr'"

  it('is refused outside the codec, and so is JSON inside the core', () => {
    expect([
      broken(oneSerialiser, 'src/adapters/journal/file.ts', pack),
      broken(oneSerialiser, 'src/core/contracts/commands.ts', pack),
      broken(oneSerialiser, 'src/core/engine/x.ts', '', 'const fact = JSON.parse(text)'),
    ]).toEqual([[1], [1], [2]])
  })

  it('lives in the codec, and adapters may read JSON', () => {
    expect([
      broken(oneSerialiser, 'src/core/contracts/codec.ts', pack),
      broken(oneSerialiser, 'src/core/contracts/wire/pack.ts', pack),
      broken(oneSerialiser, 'src/adapters/config.ts', 'const file = JSON.parse(text)'),
    ]).toEqual([[], [], []])
  })
})

describe('plain names', () => {
  it('refuse words that say nothing, in declarations and file names', () => {
    const lines = ['class OrderManager {}', 'const bookUtils = 1', 'interface IOrder {}']
    expect([
      broken(plainNames, 'src/core/x.ts', ...lines),
      broken(plainNames, 'src/core/order-utils.ts'),
      broken(plainNames, 'test/helpers.ts'),
    ]).toEqual([[1, 2, 3], [1], [1]])
  })

  it('let the words stand in texts and in the middle of other words', () => {
    const lines = ['const managerial = 1', "say('the order manager')", 'interface Instrument {}']
    expect(broken(plainNames, 'src/core/order-book.ts', ...lines)).toEqual([])
  })
})

describe('public places', () => {
  const place = ['', 'tmp', 'x'].join('/')
  const host = ['registry', 'example', 'org'].join('.')

  it('refuse paths of one machine, hosts of registries and resolved addresses in the lock', () => {
    expect([
      broken(publicPlaces, 'docs/a.md', '# A', `see ${place}`),
      broken(publicPlaces, '.npmrc', `registry=https://${host}/`),
      broken(publicPlaces, 'package-lock.json', '{', `"resolved": "https://${host}/x.tgz"`),
    ]).toEqual([[2], [1], [2]])
  })

  it('let relative paths, project folders and fields called registry be', () => {
    const lines = [`cd ..${place}`, 'registry.orders.slice(1)', 'docs/work/notes.md']
    expect(broken(publicPlaces, 'docs/a.md', ...lines)).toEqual([])
  })
})

describe('quiet code', () => {
  const print = 'console.log(quote)'

  it('refuses printing in the product and its tests', () => {
    const paths = ['src/core/x.ts', 'src/main/app/feed.ts', 'test/core/x.test.ts']
    expect(paths.map((path) => broken(quietCode, path, print))).toEqual([[1], [1], [1]])
  })

  it('lets programs for a terminal print', () => {
    const paths = ['scripts/x.ts', 'src/main/headless.ts', 'test/bench/run.ts']
    expect(paths.map((path) => broken(quietCode, path, print))).toEqual([[], [], []])
  })
})

describe('suppressions', () => {
  it('are refused without a reason, and ignoring a line always', () => {
    const lines = [
      '// oxlint-disable-next-line no-console',
      '// @ts-expect-error',
      '// @ts-ignore -- the types are wrong here',
      '/* eslint-disable */',
      '// prettier-ignore',
    ]
    expect(broken(suppressions, 'src/core/x.ts', ...lines)).toEqual([2, 3, 1, 4, 5])
  })

  it('pass with a reason, and in texts', () => {
    const lines = ['// @ts-expect-error -- must not compile', "say('@ts-ignore')"]
    expect(broken(suppressions, 'test/core/x.ts', ...lines)).toEqual([])
  })
})

describe('unfinished work', () => {
  it('is refused in comments', () => {
    expect(broken(unfinished, 'src/core/x.ts', '// TODO later', '/* FIXME */')).toEqual([1, 2])
  })

  it('may be spoken of in texts and longer words', () => {
    expect(broken(unfinished, 'src/core/x.ts', "say('TODO')", '// TODOS is a name')).toEqual([])
  })
})

describe('whole suites', () => {
  it('refuse tests that are left out or left alone', () => {
    const lines = ["it.only('a')", "describe.skip('b')", "test.concurrent.todo('c')", "xit('d')"]
    expect(broken(wholeSuites, 'test/core/x.test.ts', ...lines)).toEqual([1, 2, 3, 4])
  })

  it('let a test say why it cannot run, and product code use the words', () => {
    expect([
      broken(wholeSuites, 'test/core/x.test.ts', "it.skipIf(!there)('a: needs b', run)"),
      broken(wholeSuites, 'src/core/x.ts', 'test.only(1)'),
    ]).toEqual([[], []])
  })
})
