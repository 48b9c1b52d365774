/**
 * `npm run doctor`: what of the workstation's surroundings is there and what is missing, each line
 * with how to mend it; with `--json` the same for programs. It changes nothing, and works before
 * `npm ci` as well. Exit code 0 when nothing is missing that trading needs, 1 when something is, 2
 * for a command line that it does not understand.
 */
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { findElectron } from '../setup/electron.mjs'
import { findNativeModule, NATIVE_MODULES } from '../setup/native-modules.mjs'
import { findNode } from '../setup/node-version.mjs'
import { findPackages } from '../setup/packages.mjs'
import { findServices, missingServices } from '../setup/services.mjs'
import { thisMachine } from '../setup/surroundings.mjs'
import { clockRows } from './clock.mjs'
import { dataRow, runtimeRow, spaceRow } from './places.mjs'
import { isFree, ownerOf } from './port-owner.mjs'
import { row, rowOf } from './row.mjs'
import { FLAGS, readArguments, readSettings } from './settings.mjs'
import { storeRows } from './stores.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const surroundings = thisMachine()
const { environment, run } = surroundings

/** @param {Readonly<Record<string, string | undefined>>} told */
async function examine(told) {
  const { settings, problem } = readSettings(told, surroundings, process.cwd())
  const { file, runtime, data, webPort } = settings
  const machine = { ...surroundings, temporary: tmpdir() }
  return [
    rowOf('Node', findNode(process.versions.node), 'FAIL'),
    rowOf('Packages', findPackages(root), 'FAIL'),
    ...Object.entries(NATIVE_MODULES).map(([name, module]) =>
      rowOf(name, findNativeModule(root, module, run), 'FAIL'),
    ),
    rowOf('Electron', findElectron(root, environment)),
    ...serviceRows(),
    fileRow(file, problem),
    ...(await storeRows(settings)),
    await webPortRow(webPort),
    runtimeRow(runtime, machine),
    dataRow(data),
    spaceRow(data),
    ...(await clockRows(run)),
  ]
}

function serviceRows() {
  const found = findServices(surroundings)
  const wanted = new Set(missingServices(found).map(String))
  return Object.entries(found).map(([name, finding]) =>
    finding.there || wanted.has(name)
      ? rowOf(name, finding)
      : row(name, 'ok', 'absent, and not needed: QuestDB is there'),
  )
}

/** @param {string} file @param {string} problem */
function fileRow(file, problem) {
  const name = 'Config file'
  if (problem !== '') return row(name, 'FAIL', `${file} ${problem}`, 'correct it')
  return row(name, 'ok', existsSync(file) ? file : `${file}, absent: all settings are as shipped`)
}

/** @param {number} port */
async function webPortRow(port) {
  const name = 'Port of the page'
  if (port === 0) return row(name, 'ok', 'any that is free')
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return row(name, 'FAIL', 'is no port', 'name one from 0 to 65535 with --web-port')
  if (await isFree(port)) return row(name, 'ok', `${port} is free`)
  const owner = ownerOf(port) || 'another process'
  const mend = 'if that is not the workstation itself: stop it, or choose another with --web-port'
  return row(name, 'note', `${port} is held by ${owner}`, mend)
}

/** @param {readonly import('./row.mjs').Row[]} rows */
function print(rows) {
  const width = Math.max(...rows.map(({ name }) => name.length))
  for (const { name, verdict, found, mend } of rows) {
    const text = mend === undefined ? found : `${found}; ${mend}`
    console.log(`${verdict.padEnd(4)}  ${name.padEnd(width)}  ${text}`)
  }
}

function commandLine() {
  try {
    return readArguments(process.argv.slice(2))
  } catch (error) {
    const flags = Object.values(FLAGS).map((flag) => `--${flag} VALUE`)
    const known = ['--json', '--config FILE', ...flags].join(', ')
    console.error(`doctor: ${/** @type {Error} */ (error).message}; it takes ${known}`)
    return undefined
  }
}

const line = commandLine()
if (line === undefined) process.exitCode = 2
else {
  const rows = await examine(line.told)
  const ok = rows.every(({ verdict }) => verdict !== 'FAIL')
  if (line.json) console.log(JSON.stringify({ ok, rows }, null, 2))
  else print(rows)
  process.exitCode = ok ? 0 : 1
}
