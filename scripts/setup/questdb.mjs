import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { missing, there } from './finding.mjs'
import { cacheFolder } from './folders.mjs'

const VERSION = '9.3.4'
const ARCHIVE = `questdb-${VERSION}.jar`
const SHA_256 = '939bc53ab22f93dbaa6545143a6e7c536d4904c07b7f2d381e8eef10436be062'

/**
 * The archive that holds the whole QuestDB server, if it is the very one that was tested.
 *
 * @param {import('./folders.mjs').Places} places
 */
export function findQuestdb(places) {
  const path = join(cacheFolder(places), ARCHIVE)
  if (!existsSync(path)) return missing('absent', 'run: npm run setup, with Maven there')
  if (hashOf(path) === SHA_256) return there(`${VERSION}, ${path}`, path)
  return missing(`${path} is not the archive of ${VERSION}`, 'delete it, then run: npm run setup')
}

/**
 * Fetches the archive by Maven and keeps it only when its checksum is right.
 *
 * @param {string} maven path of the program
 * @param {import('./surroundings.mjs').Surroundings} surroundings
 * @returns {string} why there is none; empty when there is
 */
export function fetchQuestdb(maven, surroundings) {
  const cache = cacheFolder(surroundings)
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'fetching-'))
  try {
    const what = [`-Dartifact=org.questdb:questdb:${VERSION}`, `-DoutputDirectory=${folder}`]
    const args = ['-q', '-B', 'dependency:copy', ...what]
    const { ok, out, error } = surroundings.run(maven, args, { seconds: 300, folder })
    const fetched = join(folder, ARCHIVE)
    if (!ok || !existsSync(fetched)) return `Maven did not fetch it: ${mavenReason(out + error)}`
    if (hashOf(fetched) !== SHA_256) return 'what Maven fetched has another checksum'
    renameSync(fetched, join(cache, ARCHIVE))
    return ''
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @param {string} path */
function hashOf(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}

/**
 * The first error that Maven tells of, short enough for a line.
 *
 * @param {string} said
 */
export function mavenReason(said) {
  const line = said.split('\n').find((each) => each.startsWith('[ERROR]')) ?? said.split('\n')[0]
  return (line ?? '').replace('[ERROR] ', '').slice(0, 160) || 'no reason told'
}
