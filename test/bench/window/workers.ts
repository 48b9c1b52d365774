import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const project = resolve(import.meta.dirname, '../../..')
const loader = import.meta.resolve('tsx/esm/api')

const ENTRIES = {
  exchange: 'test/bench/window/exchange-process.ts',
  gateway: 'workers/gateway/index.ts',
  watchdog: 'workers/watchdog/index.ts',
}

/** A folder of workers for main's launcher: each is read from this repository, not from a build. */
export function writeWorkers(folder: string): void {
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  for (const [worker, entry] of Object.entries(ENTRIES)) {
    const path = pathToFileURL(resolve(project, entry)).href
    const text = `import { register } from '${loader}'\nregister()\nawait import('${path}')\n`
    writeFileSync(join(folder, `${worker}.js`), text)
  }
}
