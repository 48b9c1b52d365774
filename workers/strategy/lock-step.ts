import type { Quote } from '../../src/core/domain/index.ts'
import type { Answer, Questions } from './questions.ts'
import type { NumberedQuote } from './warm-up.ts'

export interface LockStepParts {
  readonly questions: Questions
  readonly decide: (quote: Quote) => void
  readonly handOver: (answer: Answer) => void
  /** @returns whether the gateway took it. */
  readonly say: (step: number, more: boolean) => Promise<boolean>
}

/**
 * Keeps step with a gateway that waits. Quotes are decided on when their step is said; where the
 * model was asked, its answer is handed over at the next one. Every step is answered, since the
 * one that is waited for may have been overtaken by one that was meant for another strategy.
 */
export class LockStep {
  readonly #parts: LockStepParts
  #held: NumberedQuote[] = []
  #step = 0
  /** Number of the last quote that belongs to that step. */
  #covered = 0
  #answered = NaN
  #answers: Promise<Answer | undefined>[] = []
  #open = false
  #busy = false
  /** Counts beginnings: what an earlier one waited for means nothing any more. */
  #beginning = 0
  #unheard: { readonly step: number; readonly more: boolean } | undefined

  constructor(parts: LockStepParts) {
    this.#parts = parts
  }

  /** Nothing is answered until `open`; what was held is forgotten. */
  begin(step: number, covered: number): void {
    this.#beginning++
    this.#open = false
    this.#held = []
    this.#answers = []
    this.#answered = NaN
    this.#unheard = undefined
    this.#parts.questions.forget()
    this.#step = step
    this.#covered = covered
  }

  hold(quote: Quote, seq: number): void {
    this.#held.push({ quote, seq })
  }

  /** @param covered number of the last quote that was said before it. */
  step(step: number, covered: number): void {
    this.#step = step
    this.#covered = covered
    if (this.#open) void this.#turn()
  }

  /** Answers what waits for an answer since `begin`, and from now on each step at once. */
  open(): void {
    this.#open = true
    void this.#turn()
  }

  /** Says again what nobody took. */
  repeat(): void {
    const unheard = this.#unheard
    this.#unheard = undefined
    if (unheard !== undefined) void this.#say(unheard.step, unheard.more)
  }

  /** Without an answer to wait for, all of it happens before this returns. */
  async #turn(): Promise<void> {
    if (this.#busy) return
    this.#busy = true
    while (this.#open && this.#answered !== this.#step) {
      const [step, beginning] = [this.#step, this.#beginning]
      const quotes = this.#takeCovered()
      for (const waiting of this.#answers.splice(0, quotes.length > 0 ? Infinity : 1)) {
        const answer = await waiting
        if (beginning !== this.#beginning) break
        if (answer !== undefined) this.#parts.handOver(answer)
      }
      if (beginning !== this.#beginning) continue
      for (const { quote } of quotes) this.#parts.decide(quote)
      this.#answers.push(...this.#parts.questions.put())
      this.#answered = step
      void this.#say(step, this.#answers.length > 0)
    }
    this.#busy = false
  }

  #takeCovered(): readonly NumberedQuote[] {
    const held = this.#held
    if (held.length === 0) return held
    this.#held = held.filter(({ seq }) => seq > this.#covered)
    return held.filter(({ seq }) => seq <= this.#covered)
  }

  async #say(step: number, more: boolean): Promise<void> {
    const heard = await this.#parts.say(step, more)
    if (!heard && step === this.#step) this.#unheard = { step, more }
  }
}
