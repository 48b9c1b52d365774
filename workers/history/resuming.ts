import { setTimeout } from 'node:timers/promises'
import type { Outbox } from '../../src/adapters/history/index.ts'
import type { SnapshotFact } from '../../src/core/contracts/index.ts'
import type { TradingDay } from '../../src/core/domain/index.ts'
import type { Tape } from '../../src/core/history/index.ts'
import type { History, Log } from '../../src/core/ports/index.ts'
import type { Recorder } from './recorder.ts'
import { storedBooks } from './stored-books.ts'

export interface ResumingParts {
  readonly outbox: Outbox
  readonly history: Pick<History, 'query'>
  readonly tape: Tape
  readonly recorder: Recorder
  readonly log: Log
  /** The trading day that it is. */
  readonly day: () => TradingDay
}

/** Milliseconds after which the store shows what it has acknowledged. */
const SHOWN_AFTER = 1000
const LOOK_EVERY = 100
/** Between two questions to a store that does not answer. */
const ASK_AGAIN_AFTER = 1000
/** Rows of orders that wait for the store at most. */
const MOST_HELD = 100_000

/**
 * Has the events of orders go on counting behind those of an earlier life. Rows of orders wait for
 * that; all others go their way.
 */
export class Resuming {
  readonly #parts: ResumingParts
  /** Rows that the earlier life left in the outbox. */
  readonly #left: number
  #begun = false
  #ended = false

  constructor(parts: ResumingParts) {
    this.#parts = parts
    this.#left = parts.outbox.status().rows
  }

  /** @param snapshot the first one: it names every order that an earlier life can have told. */
  begin({ facts }: SnapshotFact): void {
    if (this.#begun) return
    this.#begun = true
    const made = facts.flatMap((fact) => (fact.kind === 'order' ? fact.order.createdAt : []))
    if (made.length === 0) this.#parts.recorder.resume({ orders: [], fees: [] })
    else void this.#resume(made.reduce((one, other) => (other < one ? other : one)))
  }

  end(): void {
    this.#ended = true
  }

  async #resume(from: number): Promise<void> {
    const { history, tape, recorder, log, day } = this.#parts
    while (!this.#isDelivered()) await this.#pass(LOOK_EVERY)
    await this.#pass(SHOWN_AFTER)
    for (let told = false; !this.#ended; told = true) {
      const found = await storedBooks(history, tape, from, day())
      if (this.#ended) return
      if (found.ok) return recorder.resume(found.value)
      if (recorder.held > MOST_HELD) {
        log.warn(`the store does not answer: the events of ${recorder.held} rows count anew`)
        return recorder.resume(undefined)
      }
      if (!told) log.warn(`orders wait for what the store has of them: ${found.error.message}`)
      await this.#pass(ASK_AGAIN_AFTER)
    }
  }

  #isDelivered(): boolean {
    const { sent, poisoned, lost } = this.#parts.outbox.status()
    return this.#ended || sent + poisoned + lost >= this.#left
  }

  async #pass(millis: number): Promise<void> {
    if (!this.#ended) await setTimeout(millis, undefined, { ref: false })
  }
}
