import { readSwitch } from '../doctor/settings.mjs'

/** What only prints and leaves, under plain Node. */
const PRINTS = new Set(['--help', '--version'])

/** @param {readonly string[]} args */
export function onlyPrints(args) {
  return args.some((each) => PRINTS.has(each))
}

/**
 * What a start says about the host, by flag, variable and config file; the workstation checks all
 * of it afterwards.
 *
 * @param {readonly string[]} args
 * @param {import('../setup/folders.mjs').Places} places
 * @param {string} here folder that relative paths of the command line count from
 * @returns {import('./host.mjs').Wishes}
 */
export function wishesOf(args, places, here) {
  /** @param {string} name @param {string} flag */
  const told = (name, flag) => readSwitch(name, flag, args, places, here)
  return {
    noElectron: told('noElectron', 'no-electron') || args.includes('--terminal'),
    oneProcess: told('oneProcess', 'one-process'),
    noWeb: told('noWeb', 'no-web'),
  }
}
