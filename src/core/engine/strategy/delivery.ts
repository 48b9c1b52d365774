import type { AckFact } from '../../contracts/index.ts'
import type { IntentId, Micros } from '../../domain/index.ts'
import { MICROS_PER_SECOND } from '../../domain/index.ts'

const AGAIN_AFTER: number = MICROS_PER_SECOND
const LONGEST_PATIENCE = 64 * MICROS_PER_SECOND

/**
 * What became of the target that was sent last. One that was refused, that never left, or that
 * nobody answered while it was valid, is still wanted, and so it is owed. All stamps are on the
 * gateway's decision clock.
 */
export class Delivery {
  #id: IntentId | undefined
  /** Past this stamp it is lost; Infinity once it was answered. */
  #answerDue = Infinity
  /** From this stamp on it is to be sent again; Infinity where nothing is owed. */
  #owedFrom = Infinity
  /** µs until a refused target is sent again; doubles with every refusal in a row. */
  #patience = AGAIN_AFTER

  /** A target leaves; it takes the place of the one before. */
  sent(id: IntentId, validUntil: Micros): void {
    this.#id = id
    this.#answerDue = validUntil
    this.#owedFrom = Infinity
  }

  /** Whether it is to be sent again now. The gateway takes none any more that has expired. */
  isOwed(now: Micros): boolean {
    if (now > this.#answerDue) this.#owe(now)
    return now >= this.#owedFrom
  }

  acknowledged({ command, outcome }: AckFact, now: Micros): void {
    if (command !== this.#id) return
    if (outcome !== 'accepted') return this.#oweLater(now)
    this.#answerDue = Infinity
    this.#owedFrom = Infinity
    this.#patience = AGAIN_AFTER
  }

  /** Nobody took it: it never left. */
  unsent(id: IntentId, now: Micros): void {
    if (id === this.#id && this.#answerDue < Infinity) this.#oweLater(now)
  }

  /** The gateway that was to take it is gone: another one is told at once what is still open. */
  beginAnew(): void {
    this.#patience = AGAIN_AFTER
    if (this.#answerDue < Infinity || this.#owedFrom < Infinity) this.#owe(-Infinity)
  }

  #oweLater(now: Micros): void {
    this.#owe(now + this.#patience)
    this.#patience = Math.min(2 * this.#patience, LONGEST_PATIENCE)
  }

  #owe(from: number): void {
    this.#owedFrom = from
    this.#answerDue = Infinity
  }
}
