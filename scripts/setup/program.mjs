import { accessSync, constants, statSync } from 'node:fs'
import { posix, win32 } from 'node:path'

/**
 * Places in which a program of this name may be, in the order in which a shell looks, and then
 * those that a user's PATH often lacks.
 *
 * @param {string} name without an ending
 * @param {Pick<import('./surroundings.mjs').Surroundings, 'platform' | 'environment'>} surroundings
 * @returns {readonly string[]}
 */
export function programPlaces(name, { platform, environment }) {
  const windows = platform === 'win32'
  const style = windows ? win32 : posix
  const path = environment['PATH'] ?? environment['Path'] ?? ''
  const more = windows ? [] : ['/usr/local/bin', '/usr/bin', '/usr/sbin', '/opt/homebrew/bin']
  const folders = [
    ...new Set([...path.split(style.delimiter).filter((folder) => folder !== ''), ...more]),
  ]
  const endings = windows ? (environment['PATHEXT'] ?? '.EXE;.CMD;.BAT').split(';') : ['']
  return folders.flatMap((folder) => endings.map((ending) => style.join(folder, name + ending)))
}

/**
 * The first of these programs that can be run.
 *
 * @param {readonly string[]} names
 * @param {Pick<import('./surroundings.mjs').Surroundings, 'platform' | 'environment'>} surroundings
 * @param {(path: string) => boolean} [runs]
 * @returns {string | undefined}
 */
export function findProgram(names, surroundings, runs = isRunnable) {
  return names.flatMap((name) => programPlaces(name, surroundings)).find(runs)
}

/** @param {string} path */
export function isRunnable(path) {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
