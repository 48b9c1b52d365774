import { missing, there } from './finding.mjs'
import { findProgram } from './program.mjs'

/** @typedef {import('./surroundings.mjs').Surroundings} Surroundings */

/**
 * A screen that nobody sees, on which tests show windows.
 *
 * @param {Surroundings} surroundings
 */
export function findScreen(surroundings) {
  if (surroundings.platform !== 'linux') return there('not needed on this system')
  const path = findProgram(['Xvfb'], surroundings)
  if (path !== undefined) return there(path, path)
  return missing('absent', 'as root: apt-get install --no-install-recommends xvfb')
}

/**
 * Characters for a window in Chinese; other systems bring them along.
 *
 * @param {Surroundings} surroundings
 */
export function findChineseFont(surroundings) {
  if (surroundings.platform !== 'linux') return there('not needed on this system')
  const { ok, out } = surroundings.run('fc-list', [':lang=zh-cn', 'family'])
  const first = out.split('\n').find((line) => line !== '')
  if (ok && first !== undefined) return there(first.split(',')[0] ?? first)
  return missing('absent', 'as root: apt-get install --no-install-recommends fonts-noto-cjk')
}
