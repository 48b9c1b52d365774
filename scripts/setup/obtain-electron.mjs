import { spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { findElectron } from './electron.mjs'
import { cacheFolder } from './folders.mjs'
import { installedVersion } from './packages.mjs'

/** @typedef {import('./surroundings.mjs').Surroundings} Surroundings */

/** Without one more byte for so long, in ms, it is given up: whoever starts wants to trade. */
const PATIENCE = 10_000
const LOOK_EVERY = 250
const TELL_EVERY = 1000
const MEGABYTE = 1_000_000

/**
 * What may differ in a test.
 *
 * @typedef {object} Attempt
 * @property {string} root folder of the project
 * @property {Surroundings} surroundings
 * @property {(text: string) => void} tell how it goes
 * @property {number} [patience] ms
 */

/**
 * Has Electron's own package fetch its program, once for a version: what came of it is remembered.
 *
 * @param {Attempt} attempt
 * @returns {Promise<string>} why there is none; empty when there is
 */
export async function obtainOnce(attempt) {
  const { root, surroundings } = attempt
  if (surroundings.environment['CI'] === 'true') return 'Electron is not fetched with CI=true'
  const version = installedVersion(root, 'electron')
  if (version === undefined) return 'the package electron is not installed'
  if (refusedVersion(surroundings) !== version) return obtainElectron(attempt)
  return 'Electron could not be fetched; npm run setup -- --electron tries again'
}

/**
 * The same, whatever came of it before.
 *
 * @param {Attempt} attempt
 * @returns {Promise<string>} why there is none; empty when there is
 */
export async function obtainElectron(attempt) {
  const { root, surroundings } = attempt
  const version = installedVersion(root, 'electron')
  const installer = join(root, 'node_modules/electron/install.js')
  if (version === undefined || !existsSync(installer)) return 'the package electron is not there'
  const cache = cacheFolder(surroundings)
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'fetching-'))
  try {
    const reason = await watch(installer, folder, attempt)
    const there = findElectron(root, surroundings.environment).there
    if (there) rmSync(refusalOf(surroundings), { force: true })
    else writeFileSync(refusalOf(surroundings), version)
    return there ? '' : `Electron could not be fetched: ${reason}`
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Runs the installer to its end, or until nothing more comes.
 *
 * @param {string} installer
 * @param {string} folder where it keeps what it has so far
 * @param {Attempt} attempt
 * @returns {Promise<string>} its last words
 */
function watch(installer, folder, { root, surroundings, tell, patience = PATIENCE }) {
  const places = { TMPDIR: folder, TEMP: folder, TMP: folder, ELECTRON_GET_NO_PROGRESS: '1' }
  const child = spawn(process.execPath, [installer], {
    cwd: root,
    env: { ...surroundings.environment, ...places },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const grows = [folder, join(root, 'node_modules/electron/dist')]
  let said = ''
  child.stderr.on('data', (bytes) => {
    said = (said + String(bytes)).slice(-4000)
  })
  tell('fetching Electron …')
  return new Promise((resolve) => {
    let size = sizeOf(grows)
    let grownAt = performance.now()
    let toldAt = grownAt
    let stalled = false
    const timer = setInterval(() => {
      const now = performance.now()
      const next = sizeOf(grows)
      if (next !== size) grownAt = now
      size = next
      if (size > 0 && now - toldAt > TELL_EVERY) {
        toldAt = now
        tell(`fetching Electron, ${(size / MEGABYTE).toFixed(0)} MB …`)
      }
      if (now - grownAt <= patience) return
      stalled = true
      child.kill('SIGKILL')
    }, LOOK_EVERY)
    const end = (/** @type {string} */ reason) => {
      clearInterval(timer)
      resolve(reason)
    }
    child.once('error', (error) => end(error.message))
    child.once('close', () =>
      end(stalled ? `nothing came for ${Math.round(patience / 1000)} s` : firstReason(said)),
    )
  })
}

/** @param {readonly string[]} folders */
function sizeOf(folders) {
  let size = 0
  for (const folder of folders) {
    try {
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
        if (entry.isFile()) size += statSync(join(entry.parentPath, entry.name)).size
    } catch {
      // It is not there yet, or was just taken away.
    }
  }
  return size
}

/** @param {string} said */
function firstReason(said) {
  const line = said.split('\n').find((each) => /\b\w*Error\b/.test(each)) ?? said.split('\n')[0]
  return (line ?? '').trim().slice(0, 160) || 'no reason told'
}

/** @param {import('./folders.mjs').Places} places */
function refusalOf(places) {
  return join(cacheFolder(places), 'electron-refused')
}

/** @param {import('./folders.mjs').Places} places */
function refusedVersion(places) {
  try {
    return readFileSync(refusalOf(places), 'utf8')
  } catch {
    return undefined
  }
}
