import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { missing, there } from './finding.mjs'

const MEND = 'run: npm ci'

/**
 * Whether every package that `package.json` names is installed, in the version that it pins.
 *
 * @param {string} root folder of the project
 */
export function findPackages(root) {
  if (!existsSync(join(root, 'node_modules'))) return missing('not installed', MEND)
  const { dependencies = {}, devDependencies = {} } = readJson(join(root, 'package.json'))
  const wanted = Object.entries({ ...dependencies, ...devDependencies })
  const wrong = wanted.flatMap(([name, version]) => {
    const installed = installedVersion(root, name)
    if (installed === version) return []
    return [installed === undefined ? name : `${name} ${installed} instead of ${String(version)}`]
  })
  if (wrong.length === 0) return there(`${wanted.length} as package.json wants them`)
  const more = wrong.length > 3 ? ` and ${wrong.length - 3} more` : ''
  return missing(`missing or outdated: ${wrong.slice(0, 3).join(', ')}${more}`, MEND)
}

/**
 * @param {string} root
 * @param {string} name
 * @returns {string | undefined}
 */
export function installedVersion(root, name) {
  try {
    return readJson(join(root, 'node_modules', name, 'package.json')).version
  } catch {
    return undefined
  }
}

/** @param {string} path */
function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'))
}
