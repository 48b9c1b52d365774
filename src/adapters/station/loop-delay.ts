import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Station } from './station.ts'

/**
 * Milliseconds, and no whole second: after a look it is blind until its next one at the loop, which
 * is not to be when all that is done once a second is done.
 */
const LOOK_EVERY = 1_030
/**
 * Milliseconds between two looks at the loop: what is above that is its delay. Node counts below
 * JavaScript, fifty times a second: what a process does takes no longer by it.
 */
const RESOLUTION = 20
const MICROS_PER_MILLISECOND = 1_000
const NANOS_PER_MICRO = 1_000

/** Tells with the beats how late the loop came over the last second, in µs. */
export function tellLoopDelay(station: Station): void {
  const { heart } = station
  const loop = monitorEventLoopDelay({ resolution: RESOLUTION })
  loop.enable()
  station.onQuit(() => void loop.disable())
  const late = (percentile: number): number =>
    Math.max(0, loop.percentile(percentile) / NANOS_PER_MICRO - RESOLUTION * MICROS_PER_MILLISECOND)
  station.every(LOOK_EVERY, () => {
    heart.figures['loop.p50_us'] = late(50)
    heart.figures['loop.p99_us'] = late(99)
    loop.reset()
  })
}
