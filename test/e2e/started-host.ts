import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { onTestFinished } from 'vitest'
import { isAlive } from '../../src/adapters/instance/process-mark.ts'
import type { Registration } from '../../src/adapters/process/registration.ts'
import { registrations } from '../../src/adapters/process/registration.ts'
import { until } from '../until.ts'

export const project = resolve(import.meta.dirname, '../..')
export const program = join(project, 'out/main/headless.js')

/** Keeps what is to be done at an end; what was kept last is done first. */
export type AtEnd = (end: () => Promise<void>) => void

/** A place of its own for everything that a start keeps, with a short name for its sockets. */
export class Home {
  readonly path = mkdtempSync(join(tmpdir(), 'gt-'))
  /** Every worker that was ever seen, so that none outlives its test. */
  readonly #seen = new Map<number, Registration>()
  /** When it ends, and the hosts in it: with its test, unless several tests share it. */
  readonly atEnd: AtEnd

  constructor(atEnd: AtEnd = onTestFinished) {
    this.atEnd = atEnd
    atEnd(async () => {
      for (const worker of this.workers().values()) this.#seen.set(worker.pid, worker)
      for (const worker of this.#seen.values()) {
        if (isAlive(worker)) process.kill(worker.pid, 'SIGKILL')
      }
      await until(() => [...this.#seen.values()].every((worker) => !isAlive(worker)))
      // A worker that was started only now writes files meanwhile, and leaves as main is gone.
      await until(() => this.#remove())
    })
  }

  get environment(): Record<string, string> {
    return {
      PATH: process.env['PATH'] ?? '',
      XDG_CONFIG_HOME: this.path,
      GHTRADER_DATA: join(this.path, 'data'),
      GHTRADER_RUNTIME: join(this.path, 'run'),
    }
  }

  /** Living workers of every instance in this home, by name. */
  workers(): ReadonlyMap<string, Registration> {
    const found = this.#runtimes().flatMap((runtime) => registrations(runtime))
    for (const worker of found) this.#seen.set(worker.pid, worker)
    return new Map(found.map((worker) => [worker.name, worker]))
  }

  pids(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.workers()].map(([name, { pid }]) => [name, pid]))
  }

  /** What is left in the folders of sockets. */
  leftovers(): readonly string[] {
    return this.#runtimes().flatMap((runtime) => readdirSync(runtime))
  }

  /** The one folder of sockets of the instance that runs here. */
  runtime(): string {
    const [only, ...more] = this.#runtimes()
    if (only === undefined || more.length > 0) throw new Error('there is not one instance here')
    return only
  }

  /** @returns whether nothing is left of it. */
  #remove(): boolean {
    try {
      rmSync(this.path, { recursive: true, force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw error
    }
    return !existsSync(this.path)
  }

  #runtimes(): readonly string[] {
    const base = join(this.path, 'run')
    try {
      return readdirSync(base).map((name) => join(base, name))
    } catch {
      return []
    }
  }
}

/** A start of the program, and what it says. */
export class StartedHost {
  stdout = ''
  stderr = ''
  readonly ended: Promise<number | null>
  readonly #child: ChildProcess

  constructor(home: Home, args: readonly string[], environment: Record<string, string> = {}) {
    const child = spawn(process.execPath, [program, ...args], {
      env: { ...home.environment, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    child.stdout.on('data', (bytes: Buffer) => {
      this.stdout += bytes.toString()
    })
    child.stderr.on('data', (bytes: Buffer) => {
      this.stderr += bytes.toString()
    })
    this.ended = new Promise((resolve) => child.once('close', (code) => resolve(code)))
    home.atEnd(async () => {
      child.kill('SIGKILL')
      await this.ended
    })
  }

  get pid(): number {
    return this.#child.pid ?? NaN
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal)
  }

  /** As a terminal that is closed, or a reader of a pipe that has seen enough. */
  closeOutput(): void {
    this.#child.stdout?.destroy()
  }

  /** Waits until it has said so, so many times. */
  async says(words: RegExp, times = 1): Promise<void> {
    const all = new RegExp(words.source, 'gm')
    try {
      await until(() => [...this.stdout.matchAll(all)].length >= times, 60_000)
    } catch {
      throw new Error(`never said ${words.source} ${times} times:\n${this.stdout}${this.stderr}`)
    }
  }

  /** A row of the summary. */
  row(name: string): string | undefined {
    return new RegExp(`^ {2}${name} +(.*)$`, 'm').exec(this.stdout)?.[1]
  }
}
