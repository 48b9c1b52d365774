import type { Micros } from '../domain/index.ts'
import type { Replica, Source } from '../replica/index.ts'
import { isFresh } from '../replica/index.ts'
import { storeOutage } from './store-outage.ts'

/** `good`, `slow` (it works, but not as it should), `off` (it does not), `idle` (there is none). */
export type ChipState = 'good' | 'slow' | 'off' | 'idle'

/** One thing that trading depends on, as the top bar shows it. */
export interface Chip {
  readonly name: 'feed' | 'orders' | 'history'
  readonly state: ChipState
  /** What `value` is; empty where the state says all. */
  readonly unit: 'delay' | 'age' | 'rows' | ''
  /** µs of a delay or an age, rows that wait. */
  readonly value: number
}

/** Slower than that is no longer as it should be: rows that wait, milliseconds of the oldest. */
const MOST_WAITING = 20_000
const OLDEST_WAITING = 5_000

/** @param now main's monotonic clock. @param feedAge of the newest quote of any instrument, µs. */
export function chipsOf(replica: Replica, now: Micros, feedAge: number): readonly Chip[] {
  return [feedChip(replica, now, feedAge), ordersChip(replica, now), historyChip(replica, now)]
}

function feedChip(replica: Replica, now: Micros, feedAge: number): Chip {
  const source = find(replica, 'gateway')
  if (source === undefined || source.beat === undefined) return chip('feed', 'off', '', NaN)
  const { standing, beat } = source
  if (!isFresh(standing)) return chip('feed', 'off', 'age', now - standing.staleSince)
  if (!beat.ready) return chip('feed', 'slow', '', NaN)
  if (Number.isFinite(feedAge) && feedAge > 3_000_000) return chip('feed', 'slow', 'age', feedAge)
  return chip('feed', 'good', 'delay', beat.figures['hop.gateway.p50_us'] ?? NaN)
}

function ordersChip(replica: Replica, now: Micros): Chip {
  const source = find(replica, 'gateway')
  if (source === undefined) return chip('orders', 'off', '', NaN)
  if (!isFresh(source.standing)) {
    return chip('orders', 'off', 'age', now - source.standing.staleSince)
  }
  const exchange = find(replica, 'exchange')
  if (exchange !== undefined && !isFresh(exchange.standing)) {
    return chip('orders', 'off', 'age', now - exchange.standing.staleSince)
  }
  const { state } = replica.state.trading
  if (state === 'halted') return chip('orders', 'off', '', NaN)
  return chip('orders', state === 'active' ? 'good' : 'slow', '', NaN)
}

function historyChip(replica: Replica, now: Micros): Chip {
  const source = find(replica, 'history')
  if (source === undefined) return chip('history', 'idle', '', NaN)
  const { standing, beat } = source
  if (!isFresh(standing)) return chip('history', 'off', 'age', now - standing.staleSince)
  const figures = beat?.figures ?? {}
  const away = storeOutage(figures, 'history')
  if (away > 0) return chip('history', 'off', 'age', away)
  const rows = figures['outbox.rows'] ?? 0
  const age = figures['outbox.age_ms'] ?? 0
  const lost = figures['outbox.lost'] ?? 0
  const slow = rows > MOST_WAITING || (rows > 0 && age > OLDEST_WAITING) || lost > 0
  if (slow) return chip('history', 'slow', 'rows', rows)
  const hotAway = storeOutage(figures, 'hot')
  return hotAway > 0 ? chip('history', 'slow', 'age', hotAway) : chip('history', 'good', '', rows)
}

function find({ sources }: Replica, worker: string): Source | undefined {
  for (const source of sources.values()) if (source.standing.worker === worker) return source
  return undefined
}

function chip(name: Chip['name'], state: ChipState, unit: Chip['unit'], value: number): Chip {
  return { name, state, unit, value }
}
