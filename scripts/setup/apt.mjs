import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { findProgram } from './program.mjs'

/** @typedef {import('./surroundings.mjs').Surroundings} Surroundings */

const ENVIRONMENT = { DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' }
const PATIENCE = ['Acquire::http::Timeout=20', 'Acquire::Retries=1', 'DPkg::Lock::Timeout=120']
const OPTIONS = PATIENCE.flatMap((option) => ['-o', option])

const POLICY = '/usr/sbin/policy-rc.d'
const POLICY_TEXT =
  '#!/bin/sh\n# ghTrader: no service starts while its set-up installs packages; gone afterwards\nexit 101\n'

/**
 * Whether this user can install packages of Debian or one of its kin.
 *
 * @param {Surroundings} surroundings
 */
export function mayInstall(surroundings) {
  const { platform, user } = surroundings
  return platform === 'linux' && user === 0 && findProgram(['apt-get'], surroundings) !== undefined
}

/**
 * Installs the first package that there is of each list, without starting or enabling a service.
 *
 * @param {readonly (readonly string[])[]} wanted each a list of packages of which one will do
 * @param {Pick<Surroundings, 'run'>} surroundings
 * @param {string} [policy] file that Debian asks whether a service may start
 * @returns {string} why something is still missing; empty when all is well
 */
export function installPackages(wanted, { run }, policy = POLICY) {
  const guarded = forbidServices(policy, run)
  if (!guarded.ok) return guarded.reason
  try {
    /** @param {readonly string[]} args */
    const apt = (args) =>
      run('apt-get', [...OPTIONS, '-q', ...args], { seconds: Infinity, environment: ENVIRONMENT })
    const attempt = () => {
      const names = wanted.map((choice) => choice.find((name) => isOffered(name, run)))
      if (names.includes(undefined)) return 'apt-get knows no such package'
      const chosen = /** @type {string[]} */ (names)
      const { ok, error } = apt(['install', '-y', '--no-install-recommends', ...chosen])
      if (!ok) return `apt-get: ${firstError(error)}`
      for (const name of chosen) disableService(name, run)
      return ''
    }
    const reason = attempt()
    if (reason === '') return ''
    // The lists may be empty or old: once more with new ones.
    const { ok, error } = apt(['update'])
    return ok ? attempt() : `apt-get update: ${firstError(error)}`
  } finally {
    guarded.release()
  }
}

/**
 * From the output of `apt-cache policy`, which has a candidate where the package can be installed.
 *
 * @param {string} name
 * @param {import('./surroundings.mjs').Run} run
 */
function isOffered(name, run) {
  const { out } = run('apt-cache', ['policy', name], { environment: ENVIRONMENT })
  return /^\s*Candidate: (?!\(none\))/m.test(out)
}

/** @param {string} error */
export function firstError(error) {
  const lines = error.split('\n').filter((line) => line !== '')
  const line = lines.find((each) => each.startsWith('E: ')) ?? lines[0] ?? 'no reason told'
  return line.replace(/^E: /, '').slice(0, 160)
}

/**
 * Debian asks this policy before a package's installation starts its service. One that is there
 * already is left alone, and has to forbid it as well.
 *
 * @param {string} policy
 * @param {import('./surroundings.mjs').Run} run
 */
function forbidServices(policy, run) {
  const nothing = () => {}
  if (existsSync(policy) && readFileSync(policy, 'utf8') !== POLICY_TEXT) {
    if (run(policy, ['redis-server', 'start']).status === 101)
      return { ok: true, reason: '', release: nothing }
    const reason = `${policy} would let the service start; install the package by hand`
    return { ok: false, reason, release: nothing }
  }
  writeFileSync(policy, POLICY_TEXT, { mode: 0o755 })
  return { ok: true, reason: '', release: () => rmSync(policy, { force: true }) }
}

/**
 * Keeps a service from starting with the machine; a package without a service is left as it is.
 *
 * @param {string} name of package and service
 * @param {import('./surroundings.mjs').Run} run
 */
function disableService(name, run) {
  if (existsSync('/run/systemd/system')) run('systemctl', ['disable', `${name}.service`])
  else if (existsSync(`/etc/init.d/${name}`)) run('update-rc.d', [name, 'disable'])
}
