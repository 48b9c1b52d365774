import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findElectron } from '../setup/electron.mjs'

/** @typedef {import('../setup/surroundings.mjs').Surroundings} Surroundings */

/**
 * What shows the window: Electron's program, or a browser and why.
 *
 * @typedef {{ readonly electron: string, readonly version: string }
 *   | { readonly why: string }} Host
 */

/**
 * What a start was told that decides about the host; the workstation itself reads the rest.
 *
 * @typedef {object} Wishes
 * @property {boolean} noElectron
 * @property {boolean} oneProcess
 * @property {boolean} noWeb
 */

/**
 * Whether Electron may be used here, apart from whether it is there: undefined where it may, else
 * why not.
 *
 * @param {Wishes} wishes
 * @param {Surroundings} surroundings
 * @returns {string | undefined}
 */
export function whyNoElectron(wishes, surroundings) {
  const { platform, environment, user, run } = surroundings
  if (wishes.oneProcess) return 'with --one-process there is none'
  if (wishes.noElectron) return 'Electron is not wanted'
  if (isRemote(environment)) return 'this is a remote shell'
  if (platform !== 'linux') return undefined
  if (!environment['DISPLAY'] && !environment['WAYLAND_DISPLAY']) return 'there is no desktop'
  // As root it would start only without its sandbox.
  if (user === 0) return 'Electron keeps its sandbox, and root has none'
  if (run('unshare', ['--user', '--map-root-user', 'true']).ok) return undefined
  return 'this system lets programs make no sandbox for Electron'
}

/**
 * One line about the window.
 *
 * @param {Host} host
 * @param {Wishes} wishes
 */
export function lineOf(host, { noWeb, oneProcess }) {
  if ('electron' in host) return `the window is Electron's, ${host.version}`
  const what = noWeb || oneProcess ? 'there is no window' : "the window is a browser's"
  return `${what}: ${host.why}`
}

/** @param {Readonly<Record<string, string | undefined>>} environment */
function isRemote(environment) {
  return ['SSH_CONNECTION', 'SSH_CLIENT', 'SSH_TTY'].some((name) => environment[name])
}

/**
 * Chooses what shows the window; Electron's program is fetched once where it is not there.
 *
 * @param {string} root folder of the project
 * @param {Wishes} wishes
 * @param {Surroundings} surroundings
 * @param {() => Promise<string>} obtain fetches it; why there is none, or empty
 * @returns {Promise<Host>}
 */
export async function chooseHost(root, wishes, surroundings, obtain) {
  const { environment } = surroundings
  const why = whyNoElectron(wishes, surroundings)
  if (why !== undefined) return { why }
  const found = findElectron(root, environment)
  if (found.path !== undefined) return { electron: found.path, version: versionOf(root) }
  const reason = await obtain()
  const { path } = findElectron(root, environment)
  if (path !== undefined) return { electron: path, version: versionOf(root) }
  return { why: reason === '' ? 'Electron is not there' : reason }
}

/** @param {string} root */
function versionOf(root) {
  const text = readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')
  return String(JSON.parse(text).version)
}
