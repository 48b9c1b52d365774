import { missing, there } from './finding.mjs'
import { findProgram } from './program.mjs'

/**
 * The server program of Redis, or of Valkey, which speaks the same.
 *
 * @param {import('./surroundings.mjs').Surroundings} surroundings
 */
export function findRedis(surroundings) {
  const path = findProgram(['redis-server', 'valkey-server'], surroundings)
  const mend = mendRedis(surroundings.platform)
  if (path === undefined) return missing('absent', mend)
  const { ok, out } = surroundings.run(path, ['--version'])
  const version = /\bv=(\S+)/.exec(out)?.[1]
  if (!ok || version === undefined) return missing(`${path} does not run`, mend)
  return there(`${version}, ${path}`, path)
}

/** @param {NodeJS.Platform} platform */
function mendRedis(platform) {
  if (platform === 'darwin') return 'run: brew install redis'
  if (platform === 'win32') return 'there is none for Windows; use WSL, or do without'
  return 'as root: apt-get install --no-install-recommends redis-server, or your system’s package'
}
