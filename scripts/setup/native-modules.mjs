import { missing, there } from './finding.mjs'
import { installedVersion } from './packages.mjs'

/** Packages with machine code of their own, and what they are called in a table. */
export const NATIVE_MODULES = /** @type {const} */ ({
  ZeroMQ: 'zeromq',
  DuckDB: '@duckdb/node-api',
  'ONNX runtime': 'onnxruntime-node',
})

/**
 * Loads the module for real, in a process of its own: only that shows a wrong platform, a missing
 * library or a crash.
 *
 * @param {string} root folder of the project
 * @param {string} name
 * @param {import('./surroundings.mjs').Run} run
 */
export function findNativeModule(root, name, run) {
  const version = installedVersion(root, name)
  if (version === undefined) return missing('not installed', 'run: npm ci')
  const { ok, error } = run(process.execPath, ['-e', `require(${JSON.stringify(name)})`], {
    folder: root,
    seconds: 30,
  })
  if (ok) return there(version)
  return missing(`${version} does not load: ${reasonOf(error)}`, 'run: npm ci on this machine')
}

/**
 * The line of a stack trace that says what happened.
 *
 * @param {string} error
 */
export function reasonOf(error) {
  const lines = error.split('\n').map((line) => line.trim())
  return (
    lines.find((line) => /^\w*Error\b.*:/.test(line)) ?? lines.find(Boolean) ?? 'no reason told'
  )
}
