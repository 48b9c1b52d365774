import { installPackages, mayInstall } from './apt.mjs'
import { findChromium } from './chromium.mjs'
import { findJava } from './java.mjs'
import { findMaven } from './maven.mjs'
import { findPython } from './python.mjs'
import { fetchQuestdb, findQuestdb } from './questdb.mjs'
import { findRedis } from './redis.mjs'
import { findChineseFont, findScreen } from './screen.mjs'
import { fetchStandIn, findPip, findStandIn } from './stand-in.mjs'

/** @typedef {import('./finding.mjs').Finding} Finding */
/** @typedef {import('./surroundings.mjs').Surroundings} Surroundings */
/** @typedef {'Redis' | 'Java' | 'Maven' | 'QuestDB' | 'Python' | WindowTool} Service */
/**
 * What shows windows in tests.
 *
 * @typedef {'Chromium' | 'Chinese font' | 'Hidden screen' | 'Old Electron'} WindowTool
 */

/** Lists of packages of Debian and its kin, of which one of each list will do. */
/** @type {Readonly<Record<Exclude<Service, 'QuestDB'>, readonly (readonly string[])[]>>} */
const PACKAGES = {
  Redis: [['redis-server']],
  Java: [['openjdk-17-jre-headless', 'openjdk-21-jre-headless', 'openjdk-25-jre-headless']],
  Maven: [['maven']],
  Python: [['python3-zmq'], ['python3-msgpack']],
  // A browser of Ubuntu is a stub without snaps; tests then say what they lack.
  Chromium: [['chromium', 'chromium-browser']],
  'Chinese font': [['fontconfig'], ['fonts-noto-cjk', 'fonts-wqy-microhei']],
  'Hidden screen': [['xvfb']],
  'Old Electron': [
    ['libgtk-3-0t64', 'libgtk-3-0'],
    ['libnss3'],
    ['libxss1'],
    ['libxtst6'],
    ['libasound2t64', 'libasound2'],
    ['libgbm1'],
  ],
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
    Chromium: findChromium(surroundings),
    'Chinese font': findChineseFont(surroundings),
    'Hidden screen': findScreen(surroundings),
    'Old Electron': findStandIn(surroundings),
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
  const wantsOld = !services['Old Electron'].there
  if (wantsOld && findPip(surroundings) === undefined) packages.push(['python3-pip'])
  if (packages.length > 0 && mayInstall(surroundings)) {
    say('Packages', `installing ${packages.map(([first]) => first).join(', ')} …`)
    wrong.push(installPackages(packages, surroundings))
  }
  const maven = findMaven(surroundings).path
  if (!services.QuestDB.there && maven !== undefined) {
    say('QuestDB', 'fetching its archive, 30 MB …')
    wrong.push(fetchQuestdb(maven, surroundings))
  }
  if (wantsOld) {
    say('Old Electron', 'fetching it for tests, 73 MB …')
    wrong.push(fetchStandIn(surroundings))
  }
  return wrong.filter((reason) => reason !== '')
}
