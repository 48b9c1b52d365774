import type { Saying } from '../../src/core/contracts/index.ts'

/** Why a strategy decides nothing. */
export type HushReason = 'joining' | 'paused' | 'asleep' | 'leaving'

/** The reasons for which a strategy decides nothing now, each as people are told it. */
export class Hush {
  readonly #reasons = new Map<HushReason, Saying>()
  readonly #onChange: () => void

  constructor(onChange: () => void) {
    this.#onChange = onChange
  }

  get hushed(): boolean {
    return this.#reasons.size > 0
  }

  /** Whether it waits for something before it can do its work. */
  get waits(): boolean {
    return this.#reasons.has('joining')
  }

  get notes(): readonly Saying[] {
    return [...this.#reasons.values()]
  }

  set(reason: HushReason, what: Saying): void {
    this.#reasons.set(reason, what)
    this.#onChange()
  }

  end(reason: HushReason): void {
    if (this.#reasons.delete(reason)) this.#onChange()
  }
}
