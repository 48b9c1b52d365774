import { posix, win32 } from 'node:path'
import { missing, there } from './finding.mjs'
import { findProgram, isRunnable } from './program.mjs'

const LEAST = 17
const MEND = `install Java ${LEAST} or later, headless; on Debian openjdk-${LEAST}-jre-headless`

/**
 * The Java runtime that QuestDB runs on: that of JAVA_HOME before that of PATH.
 *
 * @param {import('./surroundings.mjs').Surroundings} surroundings
 */
export function findJava(surroundings) {
  const { environment, platform, run } = surroundings
  const home = environment['JAVA_HOME']
  const own = platform === 'win32' ? win32.join(home ?? '', 'bin', 'java.exe') : undefined
  const ofHome = home ? (own ?? posix.join(home, 'bin', 'java')) : undefined
  const onPath = findProgram(['java'], surroundings)
  const paths = [ofHome, onPath].filter((path) => path !== undefined && isRunnable(path))
  let old = ''
  for (const path of /** @type {string[]} */ (paths)) {
    const { ok, out, error } = run(path, ['-version'])
    const version = ok ? javaVersion(out + error) : undefined
    if (version !== undefined && version.major >= LEAST)
      return there(`${version.text}, ${path}`, path)
    old = version === undefined ? `${path} does not run` : `${version.text} is too old, ${path}`
  }
  return missing(old || 'absent', MEND)
}

/**
 * From `openjdk version "17.0.15" 2025-04-15`; version 8 calls itself "1.8".
 *
 * @param {string} said
 */
export function javaVersion(said) {
  const text = /version "([^"]+)"/.exec(said)?.[1]
  if (text === undefined) return undefined
  const [first = 0, second = 0] = text.split(/[._-]/).map(Number)
  return { text, major: first === 1 ? second : first }
}
