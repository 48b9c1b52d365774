import { accessSync, constants, lstatSync, statfsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { longestStrategyId, runtimeBase } from '../setup/runtime-place.mjs'
import { row } from './row.mjs'

/** Bytes below which recording soon stops, and below which it is time to think of it. */
const LEAST_SPACE = 200e6
const LITTLE_SPACE = 5e9
/** Characters that the id of a strategy may have. */
const LONGEST_ID = 24

/**
 * The folder in which the folders of sockets are made.
 *
 * @param {string} named by `--runtime`; empty for the system's place
 * @param {import('../setup/runtime-place.mjs').Machine} machine
 */
export function runtimeRow(named, machine) {
  const name = 'Runtime folder'
  const base = named === '' ? runtimeBase(machine) : named
  const mend = 'choose another with --runtime DIR'
  const letters = longestStrategyId(base)
  if (letters < 1) return row(name, 'FAIL', `${base} is too long for sockets`, mend)
  const problem = folderProblem(base) || privacyProblem(base, named, machine.user)
  if (problem !== '') return row(name, 'FAIL', `${base} ${problem}`, mend)
  const found = base + (isThere(base) ? '' : ', made at the first start')
  if (letters < LONGEST_ID)
    return row(name, 'note', `${found}; ids of strategies may have ${letters} characters`, mend)
  return row(name, 'ok', found)
}

/** @param {string} data */
export function dataRow(data) {
  const name = 'Data folder'
  const problem = folderProblem(data)
  if (problem !== '')
    return row(name, 'FAIL', `${data} ${problem}`, 'choose another with --data DIR')
  return row(name, 'ok', data + (isThere(data) ? '' : ', made at the first start'))
}

/** @param {string} data */
export function spaceRow(data) {
  const { bavail, bsize } = statfsSync(existing(data))
  return spaceVerdict(bavail * bsize)
}

/** @param {number} free bytes */
export function spaceVerdict(free) {
  const found = `${(free / 1e9).toFixed(1)} GB free for data`
  const mend = 'free some space, or choose another disk with --data DIR'
  if (free < LEAST_SPACE) return row('Disk', 'FAIL', found, mend)
  if (free < LITTLE_SPACE)
    return row('Disk', 'note', `${found}; a million ticks take up to 0.2`, mend)
  return row('Disk', 'ok', found)
}

/**
 * The folder itself, or the nearest one above it that there is.
 *
 * @param {string} path
 * @returns {string}
 */
function existing(path) {
  const above = dirname(path)
  return isThere(path) || above === path ? path : existing(above)
}

/** @param {string} path */
function isThere(path) {
  try {
    lstatSync(path)
    return true
  } catch {
    return false
  }
}

/** @param {string} path */
function folderProblem(path) {
  const place = existing(path)
  try {
    if (!statSync(place).isDirectory()) return `cannot be: ${place} is no folder`
    accessSync(place, constants.W_OK | constants.X_OK)
    return ''
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return `cannot be written: ${place} (${code})`
  }
}

/**
 * Sockets are protected by their folder alone. One that a person named is only a place for such
 * folders, and must not be another user's to change.
 *
 * @param {string} base
 * @param {string} named
 * @param {number | undefined} user
 */
function privacyProblem(base, named, user) {
  const found = lstatSync(base, { throwIfNoEntry: false })
  if (found === undefined || user === undefined) return ''
  if (found.isSymbolicLink()) return 'is a link'
  const isOwn = found.uid === user
  if (named !== '') {
    const isOpen = (found.mode & 0o022) !== 0 && (found.mode & 0o1000) === 0
    if (isOpen) return 'can be written by other users'
    return isOwn || found.uid === 0 ? '' : `belongs to user ${found.uid}`
  }
  if (!isOwn) return `belongs to user ${found.uid}`
  return (found.mode & 0o077) === 0 ? '' : `lets other users in; chmod 700 ${base}`
}
