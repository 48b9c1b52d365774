import { missing, there } from './finding.mjs'

const LEAST = [20, 19]

/** @param {string} version as `process.versions.node` has it */
export function findNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [leastMajor = 0, leastMinor = 0] = LEAST
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return there(version)
  return missing(version, `install Node ${LEAST.join('.')} or later`)
}
