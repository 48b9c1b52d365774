import type { Mode } from '../../../core/contracts/index.ts'
import type { Instrument, Micros } from '../../../core/domain/index.ts'
import type { Replica } from '../../../core/replica/index.ts'
import { isFresh } from '../../../core/replica/index.ts'
import { accountView } from '../terminal/account-view.ts'
import type { TerminalView } from '../terminal/view.ts'
import { latencyViews } from './latency-views.ts'
import type { TerminalLine } from './messages.ts'
import { messagesOf } from './messages.ts'
import type { WorkerState } from './process-views.ts'
import { processViews } from './process-views.ts'
import { storeViews } from './store-views.ts'
import { troublesOf } from './troubles.ts'

/** Fills that the terminal has room for. */
const FILLS_SHOWN = 60

/** What the terminal shows and the replica does not know. */
export interface Beside {
  readonly mode: Mode
  readonly profile: string
  /** Session time against wall time; Infinity when running through. */
  readonly speed: number
  readonly ticksPerSecond: number
  readonly counts: { readonly ticks: number; readonly orders: number; readonly fills: number }
  /** As their supervisor sees them; one that is not among them is only known by its beats. */
  readonly workers: readonly WorkerState[]
  /** What main says at the terminal alone, oldest first. */
  readonly own: readonly TerminalLine[]
  /** Monotonic, now. */
  readonly now: Micros
}

/** The instance as the terminal shows it now, read from main's replica. */
export function viewOf(replica: Replica, beside: Beside): TerminalView {
  const { state, session, fills, sources } = replica
  const { mode, profile, speed, ticksPerSecond, counts, workers, own, now } = beside
  const gateway = sources.get(replica.gateway)?.standing
  const processes = processViews(replica, workers, now)
  return {
    ...accountView(state, session.at, tradedIn(replica), fills.slice(-FILLS_SHOWN).toReversed()),
    mode,
    profile,
    speed,
    ticks: counts.ticks,
    ticksPerSecond,
    orders: counts.orders,
    fillCount: counts.fills,
    messages: messagesOf(replica, own),
    trouble: troublesOf(replica, processes, now),
    stale: gateway === undefined || !isFresh(gateway),
    processes,
    latencies: latencyViews(replica),
    stores: storeViews(replica),
  }
}

/** Instruments that strategies decide about, or somebody holds or works: they are shown first. */
function tradedIn({ state, thoughts }: Replica): readonly Instrument[] {
  const ids = new Set([...thoughts.values()].map(({ instrument }) => instrument))
  for (const targets of state.targets)
    for (const { instrument } of targets ?? []) ids.add(instrument)
  for (const positions of state.positions) {
    for (const position of positions ?? []) if (position !== undefined) ids.add(position.instrument)
  }
  return [...ids].toSorted((one, other) => one - other).flatMap((id) => state.instruments[id] ?? [])
}
