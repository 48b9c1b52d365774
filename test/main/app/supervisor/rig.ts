import type { BeatFact } from '../../../../src/core/contracts/index.ts'
import { sayingText } from '../../../../src/core/contracts/index.ts'
import type { Micros } from '../../../../src/core/domain/index.ts'
import type { Exit } from '../../../../src/core/ports/index.ts'
import { Supervisor } from '../../../../src/main/app/supervisor/supervisor.ts'
import type {
  FoundProcess,
  SupervisorEffect,
  Ward,
} from '../../../../src/main/app/supervisor/ward.ts'

/** How a process of the rig answers what it is told. */
export type Manner = 'obeys' | 'deaf' | 'stopped'

interface Living {
  readonly key: string
  readonly name: string
  readonly pid: number
  manner: Manner
}

export const STAGES = { 'strategy.rule': 0, gateway: 1, watchdog: 2, exchange: 3 } as const
const MILLISECOND = 1000
const STEP = 50
const BEAT = 250

/** @param later µs for which workers wait once the others work, by name. */
export function wards(later: Readonly<Record<string, number>> = {}): readonly Ward[] {
  return ['exchange', 'gateway', 'strategy.rule', 'watchdog'].map((name) => ({
    name,
    stage: STAGES[name as keyof typeof STAGES],
    startsAfter: later[name] ?? 0,
    silentAfter: 5_000_000,
    longestDelay: name === 'watchdog' ? 500_000 : 8_000_000,
  }))
}

/** A machine of pretended processes in virtual time around a supervisor. */
export class Rig {
  readonly supervisor: Supervisor
  /** What was done, as `+1200 launch gateway`. */
  readonly log: string[] = []
  readonly living = new Map<number, Living>()
  /** How processes that start from now on behave; `dies` ends them at once. */
  manner: Manner | 'dies' | 'refuses' = 'obeys'
  #now = 0
  #pids = 100
  #beat = 0

  constructor(list: readonly Ward[] = wards()) {
    this.supervisor = new Supervisor(list)
  }

  get now(): Micros {
    return (this.#now * MILLISECOND) as Micros
  }

  begin(found: readonly FoundProcess[] = [], manner: Manner = 'obeys'): void {
    for (const { key, name, pid } of found) this.living.set(pid, { key, name, pid, manner })
    this.apply(this.supervisor.begin(found, this.now))
  }

  quit(): void {
    this.apply(this.supervisor.quit(this.now))
  }

  /** Lets time pass; processes that are well beat. */
  pass(milliseconds: number): void {
    const end = this.#now + milliseconds
    while (this.#now < end) {
      this.#now += Math.min(STEP, end - this.#now)
      const beat = Math.floor(this.#now / BEAT)
      if (beat !== this.#beat) this.beats()
      this.#beat = beat
      this.apply(this.supervisor.look(this.now))
    }
  }

  /** This process stood still, and so heard and said nothing. */
  stall(milliseconds: number): void {
    this.#now += milliseconds
    this.apply(this.supervisor.look(this.now))
  }

  beats(): void {
    for (const { name, pid, manner } of this.living.values()) {
      if (manner === 'stopped') continue
      this.apply(this.supervisor.heard(name, beatOf(pid, this.now), this.now))
    }
  }

  processOf(name: string): Living | undefined {
    return [...this.living.values()].find((each) => each.name === name)
  }

  /** The process of a worker ends, for whatever reason. */
  end(name: string, exit: Exit = { code: null, signal: 'SIGKILL' }): void {
    const process = this.processOf(name)
    if (process !== undefined) this.#gone(process, exit)
  }

  /** Of the log what begins so, without its time. */
  done(...verbs: readonly string[]): readonly string[] {
    return this.log
      .filter((line) => verbs.some((verb) => line.split(' ')[1] === verb))
      .map((line) => line.slice(line.indexOf(' ') + 1))
  }

  apply(effects: readonly SupervisorEffect[]): void {
    for (const effect of effects) this.#apply(effect)
  }

  #apply(effect: SupervisorEffect): void {
    switch (effect.kind) {
      case 'launch':
        this.#say(`launch ${effect.name}`)
        return this.#launch(effect.name)
      case 'adopt': {
        this.#say(`adopt ${effect.name}`)
        const { pid } = effect.process
        const process = this.living.get(pid)
        this.supervisor.launched(effect.name, pid)
        if (process) this.living.set(pid, { ...process, key: effect.name })
        return
      }
      case 'ask':
        this.#say(`ask ${effect.key}`)
        return this.#answer(effect.key, ['obeys'], { code: 0, signal: null })
      case 'signal': {
        this.#say(`${effect.signal} ${effect.key}`)
        const all: readonly Manner[] = ['obeys', 'deaf', 'stopped']
        const reached = effect.signal === 'kill' ? all : (['obeys'] as const)
        return this.#answer(effect.key, reached, { code: null, signal: effect.signal })
      }
      case 'lost':
        return this.#say(`lost ${effect.name} ${effect.why}`)
      case 'told':
        return this.#say(`told ${sayingText(effect.what)}`)
    }
  }

  #launch(name: string): void {
    if (this.processOf(name) !== undefined) throw new Error(`${name} runs twice`)
    const pid = ++this.#pids
    this.supervisor.launched(name, pid)
    const { manner } = this
    const process = { key: name, name, pid, manner: 'obeys' as Manner }
    if (manner === 'dies') return this.#gone(process, { code: 1, signal: null })
    if (manner === 'refuses') return this.#gone(process, { code: 2, signal: null })
    this.living.set(pid, { ...process, manner })
  }

  #answer(key: string, reached: readonly Manner[], exit: Exit): void {
    const process = [...this.living.values()].find((each) => each.key === key)
    if (process !== undefined && reached.includes(process.manner)) this.#gone(process, exit)
  }

  #gone({ key, pid }: Living, exit: Exit): void {
    this.living.delete(pid)
    this.apply(this.supervisor.exited(key, pid, exit, this.now))
  }

  #say(text: string): void {
    this.log.push(`+${this.#now} ${text}`)
  }
}

export function beatOf(pid: number, at: Micros): BeatFact {
  return { kind: 'beat', at, pid, startedAt: at, ready: true, notes: [], seqs: {}, figures: {} }
}

export function foundProcess(name: keyof typeof STAGES, pid: number, adoptable: boolean) {
  const key = `${name}#${pid}`
  return { key, name, pid, born: '', stage: STAGES[name], adoptable } satisfies FoundProcess
}
