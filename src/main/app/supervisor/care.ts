import type { Mode } from '../../../core/contracts/index.ts'
import type { WorkerKind, WorkerSpec } from '../../../core/contracts/worker-spec.ts'
import { WORKERS } from '../../../core/contracts/worker-spec.ts'
import { MICROS_PER_MILLISECOND, MICROS_PER_SECOND } from '../../../core/domain/index.ts'
import type { Ward } from './ward.ts'

/**
 * Strategies leave first, so that nothing new is wanted; then the gateway, which cancels what
 * works; then those that only listen; the exchange stays to answer them all.
 */
const STAGES: Readonly<Record<WorkerKind, number>> = {
  strategy: 0,
  gateway: 1,
  history: 2,
  watchdog: 2,
  exchange: 3,
}

const LONGEST_DELAY = 8 * MICROS_PER_SECOND
/** Without a watchdog nobody guards the gateway: it is back within a second. */
const WATCHDOG_DELAY = 500 * MICROS_PER_MILLISECOND
/** The watchdog kills a stalled gateway after one silence; main comes after it, for the others. */
const SILENCES = 5
const WATCHDOG_SILENCES = 2

export function wardOf({ name, worker, mode, silenceMs }: WorkerSpec): Ward {
  const guards = worker === 'watchdog'
  const silence = silenceMs * MICROS_PER_MILLISECOND
  return {
    name,
    stage: STAGES[worker],
    startsAfter: startsAfter(worker, mode),
    silentAfter: silence * (guards ? WATCHDOG_SILENCES : SILENCES),
    longestDelay: guards ? WATCHDOG_DELAY : LONGEST_DELAY,
  }
}

/**
 * A start's first moments belong to the feed and to the pages that draw its first prices. Nothing
 * trades real money without a watchdog; elsewhere it comes before the strategies.
 */
function startsAfter(worker: WorkerKind, mode: Mode): number {
  if (mode === 'replay') return 0
  if (worker === 'strategy' || worker === 'history') return 500 * MICROS_PER_MILLISECOND
  return worker === 'watchdog' && mode !== 'live' ? 200 * MICROS_PER_MILLISECOND : 0
}

/** The stage of a worker by its name, `strategy.rule` as `gateway`; of a stranger's the first. */
export function stageOf(name: string): number {
  const kind = WORKERS.find((worker) => name === worker || name.startsWith(`${worker}.`))
  return kind === undefined ? 0 : STAGES[kind]
}
