import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { isAlive } from '../../src/adapters/instance/process-mark.ts'
import type { Registration } from '../../src/adapters/process/registration.ts'
import { registrations } from '../../src/adapters/process/registration.ts'
import { until } from '../until.ts'
import { Hearing } from './hearing.ts'
import { WORKERS } from './lively.ts'
import type { Place } from './place.ts'
import { sayingsText } from '../../src/core/contracts/index.ts'

/** What every main says once, whether it started its workers or adopted them. */
const READY = /^all processes are ready/m
/** Standing longer than this is told with the state of everything. */
const READY_WITHIN = 120_000

/** The program as a person starts it, its workers, and what is heard of them. */
export class Workstation {
  readonly place: Place
  /** What all mains said, the newest last. */
  said = ''
  #isAnnounced = false
  readonly #args: readonly string[]
  readonly #seen = new Map<number, Registration>()
  #main: { readonly child: ChildProcess; readonly ended: Promise<number | null> } | undefined
  #hearing: Hearing | undefined

  constructor(place: Place, args: readonly string[]) {
    this.place = place
    this.#args = ['--config', place.config, '--no-web', ...args]
  }

  get hearing(): Hearing {
    if (this.#hearing === undefined) throw new Error('nothing was started yet')
    return this.#hearing
  }

  /** Pid of the main that is there; NaN where there is none. */
  get main(): number {
    return this.#main?.child.exitCode === null ? (this.#main.child.pid ?? NaN) : NaN
  }

  start(): void {
    const child = spawn(process.execPath, [this.place.program, ...this.#args], {
      env: this.place.environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let own = ''
    this.#isAnnounced = false
    const listen = (bytes: Buffer): void => {
      if (!this.#isAnnounced) {
        own += bytes.toString()
        this.#isAnnounced = this.#main?.child === child && READY.test(own)
      }
      this.said = (this.said + bytes.toString()).slice(-20_000)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    this.#main = { child, ended: new Promise((done) => child.once('close', done)) }
  }

  /** Living workers by name. */
  workers(): ReadonlyMap<string, Registration> {
    try {
      const found = registrations(this.place.runtime)
      for (const worker of found) this.#seen.set(worker.pid, worker)
      return new Map(found.map((worker) => [worker.name, worker]))
    } catch {
      return new Map()
    }
  }

  /** Waits until every worker does its work. @returns how long, in ms. */
  async ready(): Promise<number> {
    const since = performance.now()
    await this.#until('everything is ready', () => this.#waitsFor(since).length === 0, since)
    return performance.now() - since
  }

  /** Waits until the gateway that lives now has done more of something. */
  async more(figure: string): Promise<void> {
    const since = performance.now()
    const count = (): number => this.figure('gateway', figure)
    const before = count()
    const life = this.workers().get('gateway')?.pid
    const grew = (): boolean => count() > before || this.workers().get('gateway')?.pid !== life
    await this.#until(`more of ${figure}`, grew, since)
  }

  figure(name: string, figure: string): number {
    const pid = this.workers().get(name)?.pid ?? NaN
    return this.hearing.beat(name, pid, 0)?.figures[figure] ?? 0
  }

  /** Ends everything as a person does. @returns the exit code. */
  async quit(): Promise<number | null> {
    this.workers()
    this.#main?.child.kill('SIGTERM')
    const ended = this.#main?.ended ?? Promise.resolve(null)
    return ended
  }

  signalMain(signal: NodeJS.Signals): void {
    this.#main?.child.kill(signal)
  }

  mainEnded(): Promise<number | null> {
    return this.#main?.ended ?? Promise.resolve(null)
  }

  /** What still runs of everything that was ever started here. */
  living(): readonly string[] {
    const known = [...this.#seen.values()].filter(isAlive).map(({ name, pid }) => `${name}#${pid}`)
    return known.length > 0 || process.platform !== 'linux' ? known : this.#named()
  }

  /** Leaves no process behind, whatever became of the soak. */
  kill(): void {
    this.workers()
    this.#main?.child.kill('SIGKILL')
    for (const worker of this.#seen.values()) {
      if (isAlive(worker)) process.kill(worker.pid, 'SIGKILL')
    }
  }

  async clear(): Promise<void> {
    this.kill()
    await this.#hearing?.close()
  }

  /** Processes that were told a path of this place. */
  #named(): readonly string[] {
    return readdirSync('/proc').filter((name) => {
      if (!/^\d+$/.test(name) || Number(name) === process.pid) return false
      try {
        return readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(this.place.path)
      } catch {
        return false
      }
    })
  }

  async #until(what: string, condition: () => boolean, since: number): Promise<void> {
    try {
      await until(condition, READY_WITHIN)
    } catch {
      const waits = this.#waitsFor(since).join('; ')
      throw new Error(`never came to it that ${what}: ${waits}\n${this.said.slice(-3000)}`)
    }
  }

  #waitsFor(since: number): readonly string[] {
    const workers = this.workers()
    if (workers.size > 0) this.#hearing ??= new Hearing(this.place.runtime, WORKERS)
    const waits = WORKERS.flatMap((name) => {
      const pid = workers.get(name)?.pid
      if (pid === undefined) return `${name} is not there`
      const beat = this.#hearing?.beat(name, pid, since)
      if (beat === undefined) return `${name} says nothing`
      return beat.ready ? [] : `${name} ${sayingsText(beat.notes)}`
    })
    if (Number.isNaN(this.main)) waits.push('there is no main')
    else if (!this.#isAnnounced) waits.push('main does not say that all are ready')
    return waits
  }
}
