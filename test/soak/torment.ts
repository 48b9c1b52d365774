import { setTimeout } from 'node:timers/promises'
import { isAlive } from '../../src/adapters/instance/process-mark.ts'
import type { Deed } from './deeds.ts'
import type { Workstation } from './workstation.ts'

/** A process that ended though nobody did anything to it that would end it. */
export interface UnaskedEnd {
  readonly name: string
  readonly words: readonly string[]
}

/** Does deeds to a workstation, and notices whose process ended, and why. */
export class Torment {
  readonly unasked: UnaskedEnd[] = []
  /** Ends of a gateway that had stood still. */
  stalled = 0
  readonly #station: Workstation
  readonly #onEnd: (name: string) => void
  readonly #pids = new Map<string, number>()
  readonly #stopped = new Set<number>()
  readonly #killed = new Set<number>()

  constructor(station: Workstation, onEnd: (name: string) => void) {
    this.#station = station
    this.#onEnd = onEnd
  }

  async do({ kind, whom, lasts }: Deed): Promise<boolean> {
    if (whom === 'main') return kind === 'kill' ? this.#loseMain(lasts) : this.#stopMain(lasts)
    const worker = this.#station.workers().get(whom)
    if (worker === undefined) return false
    const { pid } = worker
    if (kind === 'kill') {
      this.#killed.add(pid)
      return signal(pid, 'SIGKILL')
    }
    this.#stopped.add(pid)
    if (!signal(pid, 'SIGSTOP')) return false
    await setTimeout(lasts)
    if (isAlive(worker)) signal(pid, 'SIGCONT')
    return true
  }

  /** Compares who lives with who lived: to be called often. */
  look(): void {
    for (const [name, { pid }] of this.#station.workers()) {
      const before = this.#pids.get(name)
      this.#pids.set(name, pid)
      if (before === undefined || before === pid) continue
      this.#onEnd(name)
      if (this.#killed.has(before)) continue
      if (this.#stopped.has(before)) this.stalled++
      else this.unasked.push({ name, words: this.#witnesses(name) })
    }
  }

  /** What those say who may know why: itself, the watchdog, and main. */
  #witnesses(name: string): readonly string[] {
    const { place, said } = this.#station
    const main = said.split('\n').filter((line) => line.includes(name))
    return [...place.lastWords(name), ...place.lastWords('watchdog'), ...main.slice(-5)]
  }

  async #loseMain(lasts: number): Promise<boolean> {
    this.#station.signalMain('SIGKILL')
    await this.#station.mainEnded()
    await setTimeout(lasts)
    this.#station.start()
    this.#onEnd('main')
    return true
  }

  async #stopMain(lasts: number): Promise<boolean> {
    this.#station.signalMain('SIGSTOP')
    await setTimeout(lasts)
    this.#station.signalMain('SIGCONT')
    return true
  }
}

function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name)
  } catch {
    return false
  }
}
