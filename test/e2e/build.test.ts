import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const built = resolve(import.meta.dirname, '../../out')
const workers = ['gateway', 'strategy', 'exchange', 'history', 'watchdog']

describe('the build (npm run build comes first)', () => {
  it('leaves an entry for main, headless, every worker, preload and page', () => {
    const entries = [
      ...['index', 'headless', ...workers].map((name) => `main/${name}.js`),
      'preload/index.cjs',
      'renderer/index.html',
    ]
    expect(entries.filter((entry) => !existsSync(join(built, entry)))).toEqual([])
  })

  it('leaves a preload that a sandbox can load: CommonJS, and no package but electron', () => {
    const text = readFileSync(join(built, 'preload/index.cjs'), 'utf8')
    const required = [...text.matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name)
    expect({ required, module: /^\s*(import|export)\b/m.test(text) }).toEqual({
      required: ['electron'],
      module: false,
    })
  })

  it.each(workers)('leaves a %s that refuses to start with code 2', (worker) => {
    const spec = JSON.stringify({ worker, mode: 'simulated', profile: 'default' })
    const run = spawnSync(process.execPath, [join(built, `main/${worker}.js`), spec], {
      encoding: 'utf8',
    })
    expect([run.status, run.stdout, run.stderr]).toEqual([
      2,
      '',
      `${worker}: the argument must be an object in which "name" is a name such as gateway or ` +
        'strategy.rule; docs/processes.md shows a whole one [worker.spec]\n',
    ])
  })
})
