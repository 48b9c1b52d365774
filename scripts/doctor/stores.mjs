import { addressOfConfiguration, addressOfUrl } from './addresses.mjs'
import { ownerOf } from './port-owner.mjs'
import { askPostgres, askQuestdb, askRedis } from './reach.mjs'
import { row } from './row.mjs'

/** @typedef {import('./addresses.mjs').Address} Address */

/**
 * A store that can be named in the settings; without one the workstation uses one of its own.
 *
 * @typedef {object} Store
 * @property {string} name
 * @property {string} flag
 * @property {string} setting as it was given; empty for none
 * @property {(setting: string) => Address | undefined} read
 * @property {(address: Address) => Promise<string>} ask
 * @property {string} usual how a server on this machine is named
 */

/**
 * Whether the stores that are named answer, and what could be named where none is.
 *
 * @param {Pick<import('./settings.mjs').Settings, 'redis' | 'questdb' | 'questdbPg'>} settings
 * @returns {Promise<readonly import('./row.mjs').Row[]>}
 */
export function storeRows({ redis, questdb, questdbPg }) {
  return Promise.all([
    storeRow({
      name: 'Redis answers',
      flag: '--redis',
      setting: redis,
      read: (setting) => addressOfUrl(setting, 6379),
      ask: askRedis,
      usual: 'redis://127.0.0.1:6379',
    }),
    storeRow({
      name: 'QuestDB writes',
      flag: '--questdb',
      setting: questdb,
      read: addressOfConfiguration,
      ask: askQuestdb,
      usual: 'http::addr=127.0.0.1:9000;',
    }),
    storeRow({
      name: 'QuestDB reads',
      flag: '--questdb-pg',
      setting: questdbPg,
      read: (setting) => addressOfUrl(setting, 8812),
      ask: askPostgres,
      usual: 'postgresql://127.0.0.1:8812/qdb',
    }),
  ])
}

/** @param {Store} store */
export async function storeRow({ name, flag, setting, read, ask, usual }) {
  const address = read(setting === '' ? usual : setting)
  if (address === undefined)
    return row(name, 'miss', `${flag} is of another form`, `write it as ${usual}`)
  const place = `${address.host}:${address.port}`
  const problem = await ask(address)
  if (setting === '') {
    return problem === ''
      ? row(name, 'ok', `not asked for; one answers at ${place}: ${flag} ${usual} takes it`)
      : row(name, 'ok', 'not asked for; the embedded store does it')
  }
  if (problem === '') return row(name, 'ok', place)
  const owner = isLocal(address.host) ? ownerOf(address.port) : ''
  const held = owner === '' ? '' : `; the port is held by ${owner}`
  return row(name, 'miss', `${place}: ${problem}${held}`, `start it, or correct ${flag}`)
}

/** @param {string} host */
function isLocal(host) {
  return /^(localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host)
}
