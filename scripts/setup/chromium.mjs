import { existsSync, readdirSync } from 'node:fs'
import { posix, win32 } from 'node:path'
import { missing, there } from './finding.mjs'
import { findProgram, isRunnable } from './program.mjs'

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge',
]

/**
 * A browser of Chromium's kind, for tests of the page.
 *
 * @param {import('./surroundings.mjs').Surroundings} surroundings
 */
export function findChromium(surroundings) {
  const named = surroundings.environment['CHROME_PATH']
  const places = [named, findProgram(NAMES, surroundings), ...installedBrowsers(surroundings)]
  const path = places.find((place) => place !== undefined && isRunnable(place))
  return path === undefined
    ? missing('absent', 'install chromium, or name a browser in CHROME_PATH')
    : there(path, path)
}

/** @param {import('./folders.mjs').Places} places */
function installedBrowsers({ platform, environment, home }) {
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  if (platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(
      (name) => environment[name] ?? '',
    )
    return roots.map((root) => win32.join(root, 'Google', 'Chrome', 'Application', 'chrome.exe'))
  }
  const shared = environment['PLAYWRIGHT_BROWSERS_PATH'] || posix.join(home, '.cache/ms-playwright')
  if (!existsSync(shared)) return []
  const builds = readdirSync(shared).filter((name) => /^chromium-\d+$/.test(name))
  return builds
    .sort()
    .reverse()
    .map((name) => posix.join(shared, name, 'chrome-linux/chrome'))
}
