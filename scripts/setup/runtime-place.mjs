import { statSync } from 'node:fs'
import { posix, win32 } from 'node:path'

/**
 * What the place of sockets depends on.
 *
 * @typedef {object} Machine
 * @property {NodeJS.Platform} platform
 * @property {Readonly<Record<string, string | undefined>>} environment
 * @property {string} temporary the system's folder for what need not last
 * @property {number | undefined} user undefined where users have no numbers
 */

/** Bytes of a socket's path that every system takes. */
const LONGEST_PATH = 89
/** `/`, ten digits of the instance, `/strategy.`, the id, `.commands`. */
const AROUND_AN_ID = '/0123456789/strategy..commands'.length

/**
 * Where the workstation makes its folders of sockets; held to its own `runtimeBase` by a test.
 *
 * @param {Machine} machine
 */
export function runtimeBase({ platform, environment, temporary, user }) {
  const style = platform === 'win32' ? win32 : posix
  const runtime = environment['XDG_RUNTIME_DIR'] ?? ''
  if (platform !== 'win32' && runtime.startsWith('/') && isOwned(runtime, user))
    return style.join(runtime, 'ghtrader')
  const name = user === undefined ? 'ghtrader' : `ghtrader-${user}`
  return style.join(platform === 'darwin' ? '/tmp' : temporary, name)
}

/**
 * How many characters the id of a strategy may have, so that its sockets fit.
 *
 * @param {string} base
 */
export function longestStrategyId(base) {
  return LONGEST_PATH - Buffer.byteLength(base) - AROUND_AN_ID
}

/** @param {string} path @param {number | undefined} user */
function isOwned(path, user) {
  const found = statSync(path, { throwIfNoEntry: false })
  return found?.isDirectory() === true && found.uid === user
}
