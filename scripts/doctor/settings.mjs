import { readFileSync } from 'node:fs'
import { posix, resolve, dirname, win32 } from 'node:path'
import { parseArgs } from 'node:util'
import { configFolder, dataFolder } from '../setup/folders.mjs'

/**
 * What the doctor looks at of the workstation's settings. Secrets may stand in the addresses.
 *
 * @typedef {object} Settings
 * @property {string} redis URL; empty for none
 * @property {string} questdb `http::addr=host:port;`; empty for none
 * @property {string} questdbPg URL; empty for none
 * @property {number} webPort 0 for any that is free
 * @property {string} runtime folder; empty for the system's place
 * @property {string} data folder
 * @property {string} file the config file, whether it is there or not
 */

/**
 * Flags by the name of the setting in the config file; a test holds them to the workstation's own,
 * which are not there before the packages are.
 */
export const FLAGS = /** @type {const} */ ({
  redis: 'redis',
  questdb: 'questdb',
  questdbPg: 'questdb-pg',
  webPort: 'web-port',
  runtime: 'runtime',
  data: 'data',
})

/** @typedef {keyof typeof FLAGS} Name */

const PATHS = new Set(['runtime', 'data'])

/**
 * The command line of the doctor: `--json`, and flags as the workstation takes them.
 *
 * @param {readonly string[]} args
 */
export function readArguments(args) {
  const text = /** @type {const} */ ({ type: 'string' })
  const flags = Object.fromEntries(Object.values(FLAGS).map((flag) => [flag, text]))
  const { values } = parseArgs({
    args: [...args],
    options: { ...flags, config: text, json: { type: 'boolean', default: false } },
  })
  const { json, ...told } = values
  return { json, told: /** @type {Record<string, string | undefined>} */ (told) }
}

/**
 * Command line before environment before config file before defaults, as the workstation does it.
 *
 * @param {Readonly<Record<string, string | undefined>>} told flags of the command line
 * @param {import('../setup/folders.mjs').Places} places
 * @param {string} here folder that relative paths of the command line count from
 * @returns {{ settings: Settings, problem: string }} with what is wrong with the file, if anything
 */
export function readSettings(told, places, here) {
  const { environment } = places
  const { file, members, problem } = readFile(told['config'], places, here)
  /** @param {Name} name @param {string} fallback */
  const valueOf = (name, fallback) => {
    const given = told[FLAGS[name]] || environment[variableOf(FLAGS[name])]
    const value = given || (members.get(name) ?? fallback)
    return PATHS.has(name) && value !== '' ? resolve(given ? here : dirname(file), value) : value
  }
  const settings = {
    redis: valueOf('redis', ''),
    questdb: valueOf('questdb', ''),
    questdbPg: valueOf('questdbPg', ''),
    webPort: Number(valueOf('webPort', '0')),
    runtime: valueOf('runtime', ''),
    data: valueOf('data', dataFolder(places)),
    file,
  }
  return { settings, problem }
}

/**
 * One switch of the workstation, as it reads it: flag before variable before file.
 *
 * @param {string} name in the config file
 * @param {string} flag without the dashes
 * @param {readonly string[]} args of the command line
 * @param {import('../setup/folders.mjs').Places} places
 * @param {string} here folder that relative paths of the command line count from
 */
export function readSwitch(name, flag, args, places, here) {
  if (args.includes(`--${flag}`)) return true
  const variable = places.environment[variableOf(flag)]
  if (variable) return variable === 'true' || variable === '1'
  const at = args.findLastIndex((each) => each === '--config' || each.startsWith('--config='))
  const told = args[at]?.startsWith('--config=') ? args[at].slice('--config='.length) : args[at + 1]
  return readFile(at < 0 ? undefined : told, places, here).members.get(name) === 'true'
}

/**
 * @param {string | undefined} told path on the command line
 * @param {import('../setup/folders.mjs').Places} places
 * @param {string} here
 */
function readFile(told, places, here) {
  const named = told || places.environment['GHTRADER_CONFIG']
  const style = places.platform === 'win32' ? win32 : posix
  const file = named ? resolve(here, named) : style.join(configFolder(places), 'ghtrader.json')
  return { file, ...readMembers(file, Boolean(named)) }
}

/** @param {string} flag */
function variableOf(flag) {
  return `GHTRADER_${flag.replaceAll('-', '_').toUpperCase()}`
}

/**
 * The members of the config file that are text, numbers or switches; the workstation itself checks
 * the rest.
 *
 * @param {string} file
 * @param {boolean} mustExist
 * @returns {{ members: ReadonlyMap<string, string>, problem: string }}
 */
function readMembers(file, mustExist) {
  const none = new Map()
  try {
    const content = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof content !== 'object' || content === null || Array.isArray(content))
      return { members: none, problem: 'holds no JSON object' }
    const plain = Object.entries(content).filter(([, value]) =>
      /string|number|boolean/.test(typeof value),
    )
    return { members: new Map(plain.map(([name, value]) => [name, String(value)])), problem: '' }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOENT' && !mustExist) return { members: none, problem: '' }
    // Not in the parser's words: it quotes the text, in which a password may stand.
    return { members: none, problem: code === '' ? 'is no JSON' : `cannot be read (${code})` }
  }
}
