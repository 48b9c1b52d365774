import { setTimeout as pause } from 'node:timers/promises'
import { row } from './row.mjs'

/** No clock is right that says it is earlier: this program was not there. */
const EARLIEST = Date.UTC(2026, 0, 1)
/** How far wall and monotonic clock may differ over a moment, in ms. */
const TOLERANCE = 20

/**
 * @param {import('../setup/surroundings.mjs').Run} run
 * @returns {Promise<readonly import('./row.mjs').Row[]>}
 */
export async function clockRows(run) {
  const [wall, monotonic] = [Date.now(), performance.now()]
  await pause(250)
  const drift = Date.now() - wall - (performance.now() - monotonic)
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return [clockVerdict(wall, drift, zone), synchronised(run)]
}

/**
 * @param {number} wall epoch ms
 * @param {number} drift ms by which the wall clock ran ahead of the monotonic one in a moment
 * @param {string} zone
 */
export function clockVerdict(wall, drift, zone) {
  const found = `${new Date(wall).toISOString()}, zone ${zone}`
  const mend = 'set the clock, and keep it set with NTP'
  if (wall < EARLIEST) return row('Clock', 'note', `${found}; that is in the past`, mend)
  if (Math.abs(drift) > TOLERANCE) {
    const jump = `${found}; it jumped by ${drift.toFixed(0)} ms as it was looked at`
    return row('Clock', 'note', jump, 'let NTP slew the clock instead of stepping it')
  }
  return row('Clock', 'ok', `${found}; times are kept in UTC and shown in UTC+8`)
}

/** @param {import('../setup/surroundings.mjs').Run} run */
function synchronised(run) {
  const { ok, out } = run('timedatectl', ['show', '-p', 'NTPSynchronized', '--value'], {
    seconds: 3,
  })
  const name = 'Clock is set'
  if (!ok) return row(name, 'note', 'by whom cannot be told here')
  if (out.trim() === 'yes') return row(name, 'ok', 'by NTP')
  return row(name, 'note', 'by nobody', 'run: timedatectl set-ntp true')
}
