import type { Registration } from '../../../adapters/process/registration.ts'
import { specDigest } from '../../../adapters/process/registration.ts'
import type { Station } from '../../../adapters/station/index.ts'
import type { Failure, Saying, ServiceCommand } from '../../../core/contracts/index.ts'
import { saying, sayingText } from '../../../core/contracts/index.ts'
import type { WorkerSpec } from '../../../core/contracts/worker-spec.ts'
import type { Result } from '../../../core/domain/index.ts'
import { failed, ok } from '../../../core/domain/index.ts'
import type { Vital } from '../../../core/replica/index.ts'
import type { Launched, Launcher } from '../../../core/ports/index.ts'
import { hearBeats } from './hear-beats.ts'
import { failureIn } from './last-words.ts'
import { restartRefusal } from './restart-refusal.ts'
import { REFUSED } from './restarts.ts'
import { Supervisor } from './supervisor.ts'
import { stageOf, wardOf } from './care.ts'
import { beginVital, exitVital } from './vitals.ts'
import type { FoundProcess, SupervisorEffect, WorkerStatus } from './ward.ts'

const LOOK_EVERY = 100
const BEAT_EVERY = 250
/** Lines of a log that tell a person why its process ended. */
const LAST_LINES = 5

/** A worker that is not started any more. */
export interface LostWorker {
  readonly name: string
  readonly why: 'refused' | 'loop'
  /** The worker's own last word where it is one, else what was seen of it. */
  readonly failure: Failure
  readonly lastLines: readonly string[]
}

export interface SupervisionParts {
  readonly specs: readonly WorkerSpec[]
  /** Main's own. */
  readonly station: Station
  readonly launcher: Launcher
  /** What is written down in the runtime folder and lives. */
  readonly registered: () => readonly Registration[]
  /** How many look; told to every worker with main's beat. */
  readonly windows: () => number
  /** @param name of the process that it is about. */
  readonly onTold: (what: Saying, ok: boolean, name: string) => void
  /** What was done with a process of that name, or seen of it. */
  readonly onVital: (name: string, what: Vital) => void
  readonly onLost: (lost: LostWorker) => void
}

/** Carries out what the supervisor decides, and lets every worker hear that main lives. */
export class Supervision {
  readonly #parts: SupervisionParts
  readonly #supervisor: Supervisor
  readonly #specs: ReadonlyMap<string, WorkerSpec>
  /** Processes that are ours to signal: workers by name, strangers by key. */
  readonly #processes = new Map<string, Launched>()
  readonly #ended: Promise<void>
  #end: () => void = () => undefined

  constructor(parts: SupervisionParts) {
    this.#parts = parts
    this.#specs = new Map(parts.specs.map((spec) => [spec.name, spec]))
    this.#supervisor = new Supervisor(parts.specs.map(wardOf))
    this.#ended = new Promise((resolve) => void (this.#end = resolve))
  }

  get ready(): boolean {
    return this.#supervisor.ready
  }

  statuses(): readonly WorkerStatus[] {
    return this.#supervisor.statuses()
  }

  /** Adopts and starts. From here on every worker is heard and hears of main. */
  begin(): void {
    const { station } = this.#parts
    for (const name of this.#specs.keys()) this.#listen(name)
    const found = this.#found()
    for (const each of found.filter(({ adoptable }) => !adoptable)) this.#watchStranger(each)
    this.#carryOut(this.#supervisor.begin(found, station.clock.monotonic()))
    station.every(LOOK_EVERY, () => this.#look())
    station.every(BEAT_EVERY, () => this.#beat())
    this.#beat()
  }

  /** Has a worker that was given up started after all. */
  revive(name: string): void {
    this.#carryOut(this.#supervisor.revive(name, this.#parts.station.clock.monotonic()))
  }

  /**
   * Has a worker leave in good order and start again, or start after it was given up. Refused with
   * `command.shape` where there is none, with `command.state` where it may not or is about to.
   */
  restart(name: string, person: string): Result<void, Failure> {
    const { station, onTold } = this.#parts
    const phase = this.statuses().find((status) => status.name === name)?.phase
    const refusal = restartRefusal(name, this.#specs, phase, this.#supervisor.quitting)
    if (refusal !== undefined) return failed(refusal)
    if (phase === 'lost') this.revive(name)
    else this.#carryOut(this.#supervisor.restart(name, station.clock.monotonic()))
    onTold(saying('worker.restarted-by', { name, person }), true, name)
    return ok(undefined)
  }

  /**
   * Ends every worker in good order, and by force where that does not help; asked again, soon.
   */
  quit(): Promise<void> {
    this.#carryOut(this.#supervisor.quit(this.#parts.station.clock.monotonic()))
    return this.#ended
  }

  #look(): void {
    this.#carryOut(this.#supervisor.look(this.#parts.station.clock.monotonic()))
  }

  #carryOut(effects: readonly SupervisorEffect[]): void {
    for (const effect of effects) this.#carryOutOne(effect)
    if (this.#supervisor.ended) this.#end()
  }

  #carryOutOne(effect: SupervisorEffect): void {
    const { launcher, onTold } = this.#parts
    switch (effect.kind) {
      case 'launch':
        return this.#run(effect.name, launcher.launch(this.#spec(effect.name)), 'started')
      case 'adopt': {
        const { name, process } = effect
        return this.#run(name, launcher.adopt(process, this.#spec(name)), 'adopted')
      }
      case 'ask':
        return this.#ask(effect.key)
      case 'signal':
        return this.#processes.get(effect.key)?.kill(effect.signal)
      case 'told':
        return onTold(effect.what, effect.ok, effect.name)
      case 'lost':
        return this.#lose(effect)
    }
  }

  #run(name: string, process: Launched, step: 'started' | 'adopted'): void {
    const { pid } = process
    const status = this.statuses().find((each) => each.name === name)
    this.#parts.onVital(name, beginVital(step, pid, status))
    this.#supervisor.launched(name, pid)
    void this.#watch(name, process)
    void this.#begun(name, process)
  }

  /** Under some hosts a process gets its number later than it is started. */
  async #begun(name: string, process: Launched): Promise<void> {
    if (process.begun === undefined) return
    await process.begun
    if (this.#processes.get(name) === process) this.#supervisor.launched(name, process.pid)
  }

  async #watch(key: string, process: Launched): Promise<void> {
    this.#processes.set(key, process)
    const exit = await process.exited
    if (this.#processes.get(key) === process) this.#processes.delete(key)
    if (this.#specs.has(key)) this.#parts.onVital(key, exitVital(process.pid, exit))
    const now = this.#parts.station.clock.monotonic()
    const found = exit.code === 0 || this.#supervisor.quitting ? [] : this.#found()
    for (const each of found) if (!each.adoptable) this.#watchStranger(each)
    const taken = exit.code === REFUSED && this.#foundTaken(key)
    this.#carryOut(this.#supervisor.exited(key, process.pid, exit, now, found, taken))
  }

  /** Whether a worker that refused to start says that another process has its place. */
  #foundTaken(name: string): boolean {
    const spec = this.#specs.get(name)
    if (spec === undefined) return false
    const { code } = failureIn(this.#parts.launcher.lastLines(spec, LAST_LINES), '')
    return code === 'instance.locked' || code === 'bus.taken'
  }

  /** A process of an earlier main that leaves. */
  #watchStranger(found: FoundProcess): void {
    if (this.#processes.has(found.key)) return
    void this.#watch(found.key, this.#parts.launcher.adopt(found))
  }

  /** Living workers that are not ours yet. */
  #found(): readonly FoundProcess[] {
    const own = new Set([...this.#processes.values()].map(({ pid }) => pid))
    return this.#parts
      .registered()
      .filter(({ pid }) => !own.has(pid))
      .map(({ name, pid, born, digest }) => {
        const spec = this.#specs.get(name)
        const adoptable = spec !== undefined && specDigest(spec) === digest
        return { pid, born, key: `${name}#${pid}`, name, stage: stageOf(name), adoptable }
      })
  }

  #listen(name: string): void {
    const { station } = this.#parts
    hearBeats(station, name, (beat) => {
      this.#carryOut(this.#supervisor.heard(name, beat, station.clock.monotonic()))
    })
  }

  /** The machine falls asleep, or is awake again: no silence of that time counts. */
  power(asleep: boolean): void {
    const { station } = this.#parts
    for (const name of this.#specs.keys()) {
      this.#send(name, { kind: 'Power', ...station.head(0), asleep })
    }
  }

  #beat(): void {
    const windows = this.#parts.windows()
    const { station } = this.#parts
    for (const name of this.#specs.keys()) {
      this.#send(name, { kind: 'Beat', ...station.head(0), windows })
    }
  }

  /** One whose door is not known, as it is none of the settings any more, is signalled. */
  #ask(key: string): void {
    const [name = key] = key.split('#')
    if (!this.#specs.has(name)) return this.#processes.get(key)?.kill('end')
    const { station } = this.#parts
    const reason = this.#supervisor.quitting ? 'main ends' : 'another life of it begins'
    this.#send(name, { kind: 'Quit', ...station.head(0), reason })
  }

  #send(name: string, command: ServiceCommand): void {
    const { station } = this.#parts
    void station.push(name).send(station.codec.encodeCommand(command))
  }

  #lose({ name, why, what }: Extract<SupervisorEffect, { kind: 'lost' }>): void {
    const { launcher, onLost } = this.#parts
    const lastLines = launcher.lastLines(this.#spec(name), LAST_LINES)
    onLost({ name, why, lastLines, failure: failureIn(lastLines, sayingText(what)) })
  }

  #spec(name: string): WorkerSpec {
    const spec = this.#specs.get(name)
    if (spec === undefined) throw new Error(`there is no worker ${name}`)
    return spec
  }
}
