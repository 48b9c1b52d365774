import type { Station } from '../../src/adapters/station/index.ts'
import type { Micros } from '../../src/core/domain/index.ts'
import type { Lease } from './lease.ts'

/** Exit code of a gateway that stood still for longer than others wait for it. */
export const STALLED = 3

/** Shows that this process lives, and ends it at once where it stood still for too long. */
export interface Pulse {
  /** The monotonic time in µs; NaN where this process may act no more. */
  readonly beat: () => Micros
  /** The same, of the timer. */
  readonly tick: () => Micros
}

export function createPulse(station: Station, lease: Lease): Pulse {
  const { clock, log, spec } = station
  const checked = (now: Micros, holds: boolean): Micros => {
    if (holds) return now
    if (!station.quitting) {
      const words = `stood still for over ${spec.silenceMs} ms: another may act by now, so it ends`
      log.error(`${words} without sending anything [worker.stalled]`)
    }
    station.abandon(STALLED)
    return NaN as Micros
  }
  return {
    beat: () => {
      const now = clock.monotonic()
      return checked(now, lease.renew(now))
    },
    tick: () => {
      const now = clock.monotonic()
      return checked(now, lease.tick(now))
    },
  }
}
