import type { BeatFact } from '../../../core/contracts/index.ts'
import { saying } from '../../../core/contracts/index.ts'
import type { Micros } from '../../../core/domain/index.ts'
import { MICROS_PER_MILLISECOND } from '../../../core/domain/index.ts'
import type { Exit } from '../../../core/ports/index.ts'
import { Departure } from './departure.ts'
import type { FoundProcess, SupervisorEffect, Ward, WorkerStatus } from './ward.ts'
import { WatchedWorker, told } from './watched-worker.ts'

/** A look that comes so late tells of this process's own stall, not of the workers'. */
const LATE = 500 * MICROS_PER_MILLISECOND

/** At a start those of use only once the first ones work wait so long for these at most. */
const WAITS_AT_MOST = 2_000 * MICROS_PER_MILLISECOND

/**
 * Decides what becomes of the workers of an instance: which are adopted, ended, started, killed
 * and started again. It is told what happens and answers with what to do; it has no clock and does
 * nothing itself.
 */
export class Supervisor {
  readonly #workers: ReadonlyMap<string, WatchedWorker>
  /** Processes of an earlier main that cannot be adopted: nothing is started beside them. */
  #clearing = new Departure([])
  /** By name, those that leave to be started again. */
  readonly #restarting = new Map<string, Departure>()
  #quitting: Departure | undefined
  #begun = false
  /** Until when one waits for another at most. */
  #waitsUntil = NaN
  /** When those that begin at once were all ready. */
  #firstReadyAt = NaN
  #lookedAt = NaN

  constructor(wards: readonly Ward[]) {
    this.#workers = new Map(wards.map((ward) => [ward.name, new WatchedWorker(ward)]))
  }

  /** Whether everything is to end, or has. */
  get quitting(): boolean {
    return this.#quitting !== undefined
  }

  /** Whether it was told to end and nothing is left. */
  get ended(): boolean {
    return this.#quitting?.done === true && this.#clearing.done
  }

  get ready(): boolean {
    return this.statuses().every(({ ready }) => ready)
  }

  statuses(): readonly WorkerStatus[] {
    return [...this.#workers.values()].map((worker) => worker.status())
  }

  /** Takes over what an earlier main left, and starts the rest. */
  begin(found: readonly FoundProcess[], now: Micros): readonly SupervisorEffect[] {
    const effects: SupervisorEffect[] = []
    const strangers: FoundProcess[] = []
    for (const process of found) {
      const worker = this.#workers.get(process.name)
      if (process.adoptable && worker?.phase === 'down') {
        effects.push(...worker.adopt(process, now))
      } else {
        strangers.push(process)
        const what = saying('worker.asked-to-leave', { name: process.name })
        effects.push(told(process.name, true, what))
      }
    }
    this.#clearing = new Departure(strangers)
    this.#begun = true
    this.#waitsUntil = now + WAITS_AT_MOST
    return [...effects, ...this.look(now)]
  }

  /** To be called every 100 ms or so. */
  look(now: Micros): readonly SupervisorEffect[] {
    const late = now - this.#lookedAt
    if (late > LATE) for (const worker of this.#workers.values()) worker.forgive(late)
    this.#lookedAt = now
    if (!this.#begun) return []
    const effects: SupervisorEffect[] = [...this.#clearing.tick(now)]
    if (this.#quitting !== undefined) return [...effects, ...this.#quitting.tick(now)]
    this.#noteReady(now)
    for (const worker of this.#workers.values()) {
      const leaving = this.#restarting.get(worker.ward.name)
      if (leaving !== undefined) effects.push(...leaving.tick(now))
      else if (worker.runs) effects.push(...worker.examine(now))
      else if (this.#clearing.done && this.#mayStart(worker.ward, now))
        effects.push(...worker.start(now))
    }
    return effects
  }

  /** At a start there is much to do for few processors: prices first. */
  #mayStart({ startsAfter }: Ward, now: Micros): boolean {
    if (startsAfter === 0 || now >= this.#waitsUntil) return true
    return now >= this.#firstReadyAt + startsAfter
  }

  #noteReady(now: Micros): void {
    if (!Number.isNaN(this.#firstReadyAt)) return
    const first = [...this.#workers.values()].filter(({ ward }) => ward.startsAfter === 0)
    if (first.every((worker) => worker.status().ready)) this.#firstReadyAt = now
  }

  /** The process that a `launch` or `adopt` led to. */
  launched(name: string, pid: number): void {
    this.#workers.get(name)?.launched(pid)
  }

  /**
   * @param key of a stranger: as it was found; of a worker: its name.
   * @param found what lives in the runtime folder now: a worker that refused to start may have met
   *   one of its name that was about to write itself down when this main began.
   * @param taken whether it refused to start because another process has its place.
   */
  exited(
    key: string,
    pid: number,
    exit: Exit,
    now: Micros,
    found: readonly FoundProcess[] = [],
    taken = false,
  ): readonly SupervisorEffect[] {
    this.#clearing.gone(key)
    const worker = this.#workers.get(key)
    if (worker === undefined || !worker.isProcess(pid)) return this.look(now)
    this.#quitting?.gone(key)
    worker.gone()
    if (this.#quitting !== undefined) return this.look(now)
    if (this.#restarting.delete(key)) return [...worker.returns(now), ...this.look(now)]
    const rival = found.find((process) => process.name === key && process.pid !== pid)
    if (rival?.adoptable === true) return worker.adopt(rival, now)
    if (rival !== undefined) this.#clearing = new Departure([rival])
    return worker.again(exit, now, taken)
  }

  heard(name: string, beat: BeatFact, now: Micros): readonly SupervisorEffect[] {
    const effects = this.#workers.get(name)?.heard(beat, now) ?? []
    return Number.isNaN(this.#firstReadyAt) ? [...effects, ...this.look(now)] : effects
  }

  /** A person wants a worker started that was given up. */
  revive(name: string, now: Micros): readonly SupervisorEffect[] {
    const revived = !this.quitting && this.#workers.get(name)?.revive(now) === true
    return revived ? this.look(now) : []
  }

  /** A person wants a worker that runs to leave in good order and to start again. */
  restart(name: string, now: Micros): readonly SupervisorEffect[] {
    const worker = this.#workers.get(name)
    if (this.quitting || worker === undefined) return []
    // One that is being killed starts again by itself.
    if (worker.phase === 'up' && !this.#restarting.has(name)) {
      this.#restarting.set(name, new Departure([{ key: name, stage: worker.ward.stage }]))
    }
    return this.look(now)
  }

  /** Ends everything; nothing is started from here on. Asked again it waits for nobody long. */
  quit(now: Micros): readonly SupervisorEffect[] {
    if (this.#quitting !== undefined) {
      for (const departure of [this.#clearing, this.#quitting]) departure.hurry(now)
      return this.look(now)
    }
    this.#restarting.clear()
    const running = [...this.#workers.values()].filter(({ runs }) => runs)
    this.#quitting = new Departure(
      running.map(({ ward: { name, stage } }) => ({ key: name, stage })),
    )
    return this.look(now)
  }
}
