import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { missing, there } from './finding.mjs'
import { installedVersion } from './packages.mjs'

/**
 * Electron's program, which its package fetches apart from itself.
 *
 * @param {string} root folder of the project
 * @param {Readonly<Record<string, string | undefined>>} environment
 */
export function findElectron(root, environment) {
  const folder = join(root, 'node_modules/electron')
  const dist = environment['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist')
  const named = join(folder, 'path.txt')
  const program = existsSync(named) ? readFileSync(named, 'utf8').trim() : 'electron'
  const path = join(dist, program)
  if (existsSync(path)) return there(`${installedVersion(root, 'electron')}, ${path}`, path)
  return missing(
    'absent',
    'a browser does without it; npm run setup -- --electron tries to fetch it',
  )
}
