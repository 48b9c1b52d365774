import type { Station } from '../../src/adapters/station/index.ts'
import type { DoneFact } from '../../src/core/contracts/index.ts'
import type { Micros } from '../../src/core/domain/index.ts'
import { Durations } from './durations.ts'

/** What the gateway said of a step; `stopped` where nobody waits for it any more. */
export type Answer = 'quiet' | 'more' | 'stopped'

/** Closes bundles, and lets time stand until the gateway has answered each. */
export class LockStep {
  /** How long the gateway took to answer. */
  readonly answers = new Durations()
  readonly #station: Station
  #steps = 0
  #answer: ((answer: Answer) => void) | undefined
  #since = 0
  #stopped = false

  constructor(station: Station) {
    this.#station = station
  }

  get stopped(): boolean {
    return this.#stopped
  }

  /** Milliseconds that the gateway has been waited for. */
  get waited(): number {
    return this.#answer === undefined ? 0 : (this.#station.clock.monotonic() - this.#since) / 1000
  }

  /** Says that all that belongs to this moment was said. @returns what the gateway made of it. */
  close(at: Micros): Promise<Answer> {
    if (this.#stopped) return Promise.resolve('stopped')
    const { writer, clock } = this.#station
    this.#steps++
    this.#since = clock.monotonic()
    return new Promise((resolve) => {
      // The answer may come before `publish` returns, where both live in one process.
      this.#answer = resolve
      writer.publish({ kind: 'step', at })
    })
  }

  /** One that is about an earlier step was overtaken by another gateway's, and means nothing. */
  done({ seq, more }: DoneFact): void {
    const answer = this.#answer
    if (answer === undefined || seq !== this.#steps) return
    this.#answer = undefined
    this.answers.add(this.#station.clock.monotonic() - this.#since)
    answer(more ? 'more' : 'quiet')
  }

  stop(): void {
    this.#stopped = true
    this.#answer?.('stopped')
    this.#answer = undefined
  }
}
