/** Why a strategy decides nothing. */
export type HushReason = 'joining' | 'paused' | 'asleep' | 'leaving'

/** The reasons for which a strategy decides nothing now, each in words for people. */
export class Hush {
  readonly #reasons = new Map<HushReason, string>()
  readonly #onChange: () => void

  constructor(onChange: () => void) {
    this.#onChange = onChange
  }

  get hushed(): boolean {
    return this.#reasons.size > 0
  }

  /**
   * What it waits for before it can do its work; undefined where it does it, or was told not to.
   */
  get waitsFor(): string | undefined {
    return this.#reasons.get('joining')
  }

  get words(): string {
    return [...this.#reasons.values()].join('; ')
  }

  set(reason: HushReason, words: string): void {
    this.#reasons.set(reason, words)
    this.#onChange()
  }

  end(reason: HushReason): void {
    if (this.#reasons.delete(reason)) this.#onChange()
  }
}
