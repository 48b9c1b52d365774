import { sayingsText } from '../../../core/contracts/index.ts'
import type { Micros } from '../../../core/domain/index.ts'
import { MICROS_PER_SECOND } from '../../../core/domain/index.ts'
import type { Replica, Source } from '../../../core/replica/index.ts'
import type { ProcessCondition, ProcessView } from '../terminal/view.ts'

/** A worker as its supervisor sees it. */
export interface WorkerState {
  readonly name: string
  readonly phase: 'down' | 'up' | 'killed' | 'lost'
  /** NaN where there is no process. */
  readonly pid: number
  /** How often it was started anew. */
  readonly again: number
}

/** Every worker that is followed, in the replica's order, then those that nobody follows. */
export function processViews(
  replica: Replica,
  workers: readonly WorkerState[],
  now: Micros,
): readonly ProcessView[] {
  const byName = new Map(workers.map((worker) => [worker.name, worker]))
  const followed = [...replica.sources.values()]
    .filter(({ standing }) => standing.worker !== 'main')
    .map((source) => processView(source, byName.get(source.standing.name), now))
  const others = workers
    .filter(({ name }) => !replica.sources.has(name))
    .map((worker) => unheard(worker))
  return [...followed, ...others]
}

function processView(
  { standing, beat, heardAt }: Source,
  worker: WorkerState | undefined,
  now: Micros,
): ProcessView {
  const figures = beat?.figures ?? {}
  const ready = beat?.ready === true
  return {
    name: standing.name,
    pid: worker?.pid ?? beat?.pid ?? NaN,
    condition: conditionOf(worker, standing.silent, ready),
    note: sayingsText(beat?.notes ?? []),
    age: beat === undefined ? NaN : (now - heardAt) / MICROS_PER_SECOND,
    restarts: worker?.again ?? 0,
    cpu: figures['process.cpu_percent'] ?? NaN,
    memory: figures['process.rss_bytes'] ?? NaN,
  }
}

function conditionOf(
  worker: WorkerState | undefined,
  silent: boolean,
  ready: boolean,
): ProcessCondition {
  if (worker?.phase === 'lost' || worker?.phase === 'down') return worker.phase
  if (silent || worker?.phase === 'killed') return 'silent'
  return ready ? 'ready' : 'waits'
}

function unheard(worker: WorkerState): ProcessView {
  const { name, pid, again } = worker
  const condition = conditionOf(worker, false, false)
  const nothing = { age: NaN, cpu: NaN, memory: NaN }
  return { name, pid, condition, note: '', restarts: again, ...nothing }
}
