import type { Micros } from '../domain/index.ts'
import { MICROS_PER_MILLISECOND } from '../domain/index.ts'
import type { Replica, Source } from '../replica/index.ts'
import { isFresh } from '../replica/index.ts'
import { isOver } from './budgets.ts'
import type { EntryLink } from './entry.ts'
import { storeOutage } from './store-outage.ts'

/** `good`, `slow` (it works, but not as it should), `off` (it does not), `idle` (there is none). */
export type ChipState = 'good' | 'slow' | 'off' | 'idle'

/** What trading depends on, in the order of the keys that open each. */
export const CHIPS = ['feed', 'gateway', 'orders', 'strategies', 'history', 'window'] as const
export type ChipName = (typeof CHIPS)[number]

/** One thing that trading depends on, as the top bar shows it. */
export interface Chip {
  readonly name: ChipName
  readonly state: ChipState
  /** What `value` is; empty where the state says all. */
  readonly unit: 'delay' | 'age' | 'rows' | 'running' | ''
  /** µs of a delay or an age, rows that wait, strategies that run. */
  readonly value: number
  /** Of those that run: how many there are. */
  readonly of?: number
}

/** What a window knows of itself. */
export interface ChipWindow {
  readonly link: EntryLink
  /** µs for which nothing was heard of what is shown; NaN where nobody knows. */
  readonly unheard: number
  /** Work of a frame, µs; NaN before it was measured. */
  readonly work: number
  /** Something is not drawn for want of time. */
  readonly drawsLess: boolean
}

/** Slower than that is no longer as it should be: rows that wait, milliseconds of the oldest. */
const MOST_WAITING = 20_000
const OLDEST_WAITING = 5_000
/** µs within which a history, the last to start, is there: nobody is alarmed by it until then. */
const STARTS_WITHIN = 5_000_000

/** @param now main's monotonic clock. @param feedAge of the newest quote of any instrument, µs. */
export function chipsOf(
  replica: Replica,
  now: Micros,
  feedAge: number,
  window: ChipWindow,
): readonly Chip[] {
  const { link, unheard } = window
  const told = [
    feedChip(replica, now, feedAge),
    gatewayChip(replica, now),
    ordersChip(replica, now),
    strategiesChip(replica, now),
    historyChip(replica, now),
  ]
  const own = windowChip(window)
  if (link.phase !== 'following') return [...told.map(lost), own]
  return [...(link.old ? told.map((each) => asOf(each, unheard)) : told), own]
}

/** Nothing was heard for a while: how things stand is as of then. */
function asOf(chip: Chip, micros: number): Chip {
  return chip.state === 'good' ? { ...chip, state: 'slow', unit: 'age', value: micros } : chip
}

/** Without a line nothing is known of anything. */
function lost(chip: Chip): Chip {
  return chip.state === 'idle' ? chip : { ...chip, state: 'off', unit: '', value: NaN }
}

function gatewayChip(replica: Replica, now: Micros): Chip {
  const source = find(replica, 'gateway')
  if (source?.beat === undefined) return chip('gateway', 'off', '', NaN)
  const { standing, beat } = source
  if (!isFresh(standing)) return chip('gateway', 'off', 'age', now - standing.staleSince)
  return chip('gateway', beat.ready ? 'good' : 'slow', '', NaN)
}

/** One that nothing is heard of counts for all: nobody knows what it would do. */
function strategiesChip(replica: Replica, now: Micros): Chip {
  const all = [...replica.sources.values()].filter(({ standing }) => standing.worker === 'strategy')
  if (all.length === 0) return chip('strategies', 'idle', '', NaN)
  const gone = all.find(({ standing }) => !isFresh(standing) && standing.line !== 'waiting')
  if (gone !== undefined) {
    return chip('strategies', 'off', 'age', now - gone.standing.staleSince)
  }
  const runs = all.filter(({ standing, beat }) => {
    const isPaused = replica.settings.get(standing.name)?.paused === true
    return isFresh(standing) && beat?.ready === true && !isPaused
  }).length
  const state = runs === all.length ? 'good' : 'slow'
  return { ...chip('strategies', state, 'running', runs), of: all.length }
}

function windowChip({ link, unheard, work, drawsLess }: ChipWindow): Chip {
  if (link.phase !== 'following') return chip('window', 'off', 'age', unheard)
  if (link.old) return chip('window', 'slow', 'age', unheard)
  return chip(
    'window',
    drawsLess || isOver('frameWork', work / MICROS_PER_MILLISECOND) ? 'slow' : 'good',
    'delay',
    work,
  )
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
  const old = now - standing.staleSince
  if (standing.line === 'waiting' && old < STARTS_WITHIN) return chip('history', 'idle', '', NaN)
  if (!isFresh(standing)) return chip('history', 'off', 'age', old)
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
