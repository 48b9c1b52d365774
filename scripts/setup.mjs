/**
 * `npm run setup`: says what this machine offers, one line each, and fails on what is needed and
 * missing. It changes nothing, so it can be repeated at any time.
 */
import { createRequire } from 'node:module'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const require = createRequire(import.meta.url)

/** @returns {[ok: boolean, found: string]} */
function node() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const enough = major > 20 || (major === 20 && minor >= 19)
  return [enough, enough ? process.versions.node : `${process.versions.node}; needs 20.19 or later`]
}

function packages() {
  const installed = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(installed)) return [false, 'not installed; run: npm ci']
  return [
    true,
    `${Object.keys(JSON.parse(readFileSync(installed, 'utf8')).packages).length} installed`,
  ]
}

/** Native packages are loaded for real: only that shows a wrong platform or a missing library. */
function native(name) {
  try {
    require(name)
    return [true, require(`${name}/package.json`).version]
  } catch (error) {
    return [false, `does not load: ${String(error).split('\n')[0]}; run: npm ci`]
  }
}

function electron() {
  const there = existsSync(join(root, 'node_modules/electron/dist'))
  return [true, there ? 'present' : 'absent; the terminal does without it']
}

function recordings() {
  const folder = process.env.GHTRADER_TEST_DATA ?? resolve(root, '../shared/data')
  return [true, existsSync(folder) ? folder : 'absent; tests on recorded ticks are skipped']
}

const rows = [
  ['Node', node()],
  ['Packages', packages()],
  ['DuckDB', native('@duckdb/node-api')],
  ['ONNX runtime', native('onnxruntime-node')],
  ['Electron', electron()],
  ['Recorded ticks', recordings()],
]
for (const [name, [ok, found]] of rows)
  console.log(`${ok ? 'ok  ' : 'FAIL'}  ${name.padEnd(15)} ${found}`)
process.exitCode = rows.every(([, [ok]]) => ok) ? 0 : 1
