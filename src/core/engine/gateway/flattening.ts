import { saying } from '../../contracts/index.ts'
import type { Micros } from '../../domain/index.ts'
import type { Desk } from './desk.ts'
import type { Planning } from './planning.ts'

/**
 * Works off what flattening still holds; once nothing is left the account is halted.
 *
 * @returns whether anything is left.
 */
export function workOff(desk: Desk, planning: Planning, now: Micros): boolean {
  const { trading, exposures, working, instruments } = desk.state
  if (trading.state !== 'flattening') return false
  const held = exposures.some((each) => each && (each.long !== 0 || each.short !== 0))
  if (!held && !working.some((orders) => orders && orders.length > 0)) {
    desk.enter('halted', 'flattened', saying('state.closed-all'), trading.person, now)
    return false
  }
  for (const instrument of instruments) {
    if (instrument !== undefined) planning.work(instrument.id, now)
  }
  return true
}
