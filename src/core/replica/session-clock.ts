import type { Micros } from '../domain/index.ts'

/** Session time as the gateway told it last, and when it did. */
export interface SessionClock {
  /** Session time; 0 before the first word. */
  at: Micros
  /** The gateway's monotonic stamp of that. */
  saidAt: Micros
}

export function createSessionClock(): SessionClock {
  return { at: 0 as Micros, saidAt: 0 as Micros }
}

/** Never runs backward. */
export function tellSession(clock: SessionClock, at: Micros, saidAt: Micros): void {
  if (at < clock.at) return
  clock.at = at
  clock.saidAt = saidAt
}

/**
 * Session time now.
 *
 * @param monotonic now, on the clock that all processes of this machine share.
 * @param speed session against wall time: 0 while it stands; of an infinite one nothing is assumed
 *   beyond what was told.
 */
export function sessionNow(clock: SessionClock, monotonic: Micros, speed: number): Micros {
  if (clock.at === 0 || !Number.isFinite(speed)) return clock.at
  return (clock.at + Math.max(0, Math.round((monotonic - clock.saidAt) * speed))) as Micros
}
