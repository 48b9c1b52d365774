import type { Bus } from '../../../src/core/ports/index.ts'
import type { Fact } from '../../../src/core/contracts/index.ts'
import type { Quote } from '../../../src/core/domain/index.ts'
import { until } from '../../until.ts'
import { Listener } from './listener.ts'

/** What a strategy does at a step; without it, it answers at once that it is done. */
export type Script = (self: ScriptedStrategy, seq: number, quotes: readonly Quote[]) => void

/** A strategy without an engine: it does at every step what a test says. */
export class ScriptedStrategy {
  readonly listener: Listener
  readonly name: string
  readonly owner: number
  /** Steps that were said while it listened. */
  readonly steps: number[] = []
  script: Script
  #quotes: Quote[] = []
  #joined = false

  constructor(bus: Bus, name: string, owner: number, script: Script = answer) {
    this.name = name
    this.owner = owner
    this.script = script
    this.listener = new Listener(bus, `strategy.${name}`)
    this.listener.onFact = (fact, seq) => this.#hear(fact, seq)
  }

  /** Asks how things stand, names what it trades, and answers the step that waits for it. */
  async join(instruments: readonly number[]): Promise<void> {
    this.#joined = false
    this.listener.heard.length = 0
    await this.listener.snapshot()
    for (const instrument of instruments) {
      this.listener.service({ kind: 'WarmUpRequest', instrument: instrument as never, count: 1 })
    }
    await until(() => this.listener.of('warm-up').length >= instruments.length)
    this.#joined = true
    this.done(this.listener.last('snapshot').seqs['step'] ?? 0)
  }

  done(seq: number, more = false): void {
    this.listener.done({ owner: this.owner as never, seq, more })
  }

  target(instrument: number, target: number): void {
    const fields = { owner: this.owner, instrument, target, style: 'join', decidedOn: 0 }
    this.listener.command({ kind: 'TargetPosition', ...fields } as never, {
      sender: this.name as never,
    })
  }

  #hear(fact: Fact, seq: number): void {
    if (fact.kind === 'quote') this.#quotes.push(fact)
    if (fact.kind !== 'step' || !this.#joined) return
    this.steps.push(seq)
    const quotes = this.#quotes
    this.#quotes = []
    this.script(this, seq, quotes)
  }
}

function answer(self: ScriptedStrategy, seq: number): void {
  self.done(seq)
}
