import { spawnSync } from 'node:child_process'
import { homedir } from 'node:os'

/**
 * What finders look at; a test gives its own.
 *
 * @typedef {object} Surroundings
 * @property {NodeJS.Platform} platform
 * @property {string} machine its architecture, as Node names it
 * @property {Readonly<Record<string, string | undefined>>} environment
 * @property {string} home
 * @property {number | undefined} user number of the user, 0 for root; undefined where there is none
 * @property {Run} run
 */

/**
 * Runs a program to its end, without a shell.
 *
 * @callback Run
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Outcome}
 */

/**
 * @typedef {object} RunOptions
 * @property {number} [seconds] after which it is killed; 15 unless told, Infinity for never
 * @property {Readonly<Record<string, string>>} [environment] what is added to our own
 * @property {string} [folder] where it runs
 */

/**
 * @typedef {object} Outcome
 * @property {boolean} ok it ran and ended with 0
 * @property {number | null} status its exit code; null when it did not run or was killed
 * @property {string} out
 * @property {string} error
 */

/** @returns {Surroundings} */
export function thisMachine() {
  return {
    platform: process.platform,
    machine: process.arch,
    environment: process.env,
    home: homedir(),
    user: process.getuid?.(),
    run: runProgram,
  }
}

/** @type {Run} */
export function runProgram(program, args, { seconds = 15, environment = {}, folder } = {}) {
  const outcome = spawnSync(program, args, {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    killSignal: 'SIGKILL',
    ...(seconds === Infinity ? {} : { timeout: seconds * 1000 }),
    ...(folder === undefined ? {} : { cwd: folder }),
  })
  const error = outcome.error === undefined ? outcome.stderr : outcome.error.message
  const { status, stdout } = outcome
  return { ok: status === 0, status, out: stdout ?? '', error: error ?? '' }
}
