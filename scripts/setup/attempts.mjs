import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder } from './folders.mjs'

/** How long a failed installation is not tried again, in ms: without a network it takes long. */
const REST = 3_600_000

/**
 * Remembers that an installation failed, so that the next start is quick.
 *
 * @param {import('./folders.mjs').Places} places
 * @param {number} now epoch ms
 */
export function attemptsOf(places, now) {
  const path = join(cacheFolder(places), 'set-up-failed')
  return {
    /** @returns {boolean} */
    failedLately: () => {
      const age = now - lastFailure(path)
      return age >= 0 && age < REST
    },
    rememberFailure: () => {
      mkdirSync(cacheFolder(places), { recursive: true })
      writeFileSync(path, String(now))
    },
    forget: () => rmSync(path, { force: true }),
  }
}

/** @param {string} path */
function lastFailure(path) {
  try {
    return Number(readFileSync(path, 'utf8')) || -Infinity
  } catch {
    return -Infinity
  }
}
