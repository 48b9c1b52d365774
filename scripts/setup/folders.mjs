import { posix, win32 } from 'node:path'

/** @typedef {import('./surroundings.mjs').Surroundings} Surroundings */
/** @typedef {Pick<Surroundings, 'platform' | 'environment' | 'home'>} Places */

/**
 * Where the operating system wants what can be fetched again: servers' archives.
 *
 * @param {Places} places
 */
export function cacheFolder({ platform, environment, home }) {
  if (platform === 'win32') {
    const local = environment['LOCALAPPDATA'] || win32.join(home, 'AppData', 'Local')
    return win32.join(local, 'ghtrader', 'cache')
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Caches', 'ghtrader')
  return posix.join(environment['XDG_CACHE_HOME'] || posix.join(home, '.cache'), 'ghtrader')
}

/**
 * Where `ghtrader.json` is. The same as the workstation's own `configFolder`, which is not there
 * before the packages are; a test holds both together.
 *
 * @param {Places} places
 */
export function configFolder({ platform, environment, home }) {
  if (platform === 'win32') {
    const roaming = environment['APPDATA'] || win32.join(home, 'AppData', 'Roaming')
    return win32.join(roaming, 'ghtrader')
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'ghtrader')
  return posix.join(environment['XDG_CONFIG_HOME'] || posix.join(home, '.config'), 'ghtrader')
}

/**
 * Where journals and recordings are kept; held to the workstation's own `dataFolder` likewise.
 *
 * @param {Places} places
 */
export function dataFolder(places) {
  const { platform, environment, home } = places
  if (platform === 'win32') {
    const local = environment['LOCALAPPDATA'] || win32.join(home, 'AppData', 'Local')
    return win32.join(local, 'ghtrader')
  }
  if (platform === 'darwin') return posix.join(configFolder(places), 'data')
  return posix.join(environment['XDG_DATA_HOME'] || posix.join(home, '.local', 'share'), 'ghtrader')
}
