import process from 'node:process'
import type { Station } from './station.ts'

const LOOK_EVERY = 1_000

/** Tells with the beats what this process takes of the machine: percent of a processor, bytes. */
export function tellUsage(station: Station): void {
  const { clock, heart } = station
  let used = process.cpuUsage()
  let at = clock.monotonic()
  station.every(LOOK_EVERY, () => {
    const since = process.cpuUsage(used)
    const now = clock.monotonic()
    if (now <= at) return
    heart.figures['process.cpu_percent'] = ((since.user + since.system) / (now - at)) * 100
    heart.figures['process.rss_bytes'] = process.memoryUsage.rss()
    used = process.cpuUsage()
    at = now
  })
}
