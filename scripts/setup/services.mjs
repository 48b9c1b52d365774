import { installPackages, mayInstall } from './apt.mjs'
import { findJava } from './java.mjs'
import { findMaven } from './maven.mjs'
import { findPython } from './python.mjs'
import { fetchQuestdb, findQuestdb } from './questdb.mjs'
import { findRedis } from './redis.mjs'

/** @typedef {import('./finding.mjs').Finding} Finding */
/** @typedef {import('./surroundings.mjs').Surroundings} Surroundings */
/** @typedef {'Redis' | 'Java' | 'Maven' | 'QuestDB' | 'Python'} Service */

/** Lists of packages of Debian and its kin, of which one of each list will do. */
/** @type {Readonly<Record<Exclude<Service, 'QuestDB'>, readonly (readonly string[])[]>>} */
const PACKAGES = {
  Redis: [['redis-server']],
  Java: [['openjdk-17-jre-headless', 'openjdk-21-jre-headless', 'openjdk-25-jre-headless']],
  Maven: [['maven']],
  Python: [['python3-zmq'], ['python3-msgpack']],
}

/**
 * @param {Surroundings} surroundings
 * @returns {Record<Service, Finding>}
 */
export function findServices(surroundings) {
  return {
    Redis: findRedis(surroundings),
    Java: findJava(surroundings),
    Maven: findMaven(surroundings),
    QuestDB: findQuestdb(surroundings),
    Python: findPython(surroundings),
  }
}

/**
 * What is still to be had; Maven is there to fetch QuestDB and for nothing else.
 *
 * @param {Record<Service, Finding>} services
 * @returns {readonly Service[]}
 */
export function missingServices(services) {
  const names = /** @type {Service[]} */ (Object.keys(services))
  return names.filter(
    (name) => !services[name].there && (name !== 'Maven' || !services.QuestDB.there),
  )
}

/**
 * Installs and fetches what is missing as far as this user may.
 *
 * @param {Record<Service, Finding>} services
 * @param {Surroundings} surroundings
 * @param {(name: string, doing: string) => void} say
 * @returns {readonly string[]} what went wrong, a line each
 */
export function provideServices(services, surroundings, say) {
  const wrong = []
  const packages = missingServices(services).flatMap((name) =>
    name === 'QuestDB' ? [] : PACKAGES[name],
  )
  if (packages.length > 0 && mayInstall(surroundings)) {
    say('Packages', `installing ${packages.map(([first]) => first).join(', ')} …`)
    wrong.push(installPackages(packages, surroundings))
  }
  const maven = findMaven(surroundings).path
  if (!services.QuestDB.there && maven !== undefined) {
    say('QuestDB', 'fetching its archive, 30 MB …')
    wrong.push(fetchQuestdb(maven, surroundings))
  }
  return wrong.filter((reason) => reason !== '')
}
