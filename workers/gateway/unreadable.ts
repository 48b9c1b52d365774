import type { Failure, Saying } from '../../src/core/contracts/index.ts'
import { saying, sayingOf } from '../../src/core/contracts/index.ts'
import type { Micros } from '../../src/core/domain/index.ts'
import { MICROS_PER_SECOND } from '../../src/core/domain/index.ts'

/** Tells of commands that cannot be read, once a second however many there are. */
export class Unreadable {
  readonly #say: (what: Saying) => void
  #count = 0
  #toldAt = -Infinity

  constructor(say: (what: Saying) => void) {
    this.#say = say
  }

  /** @param monotonic in µs. */
  hear(failure: Failure, monotonic: Micros): void {
    this.#count++
    if (monotonic - this.#toldAt < MICROS_PER_SECOND) return
    this.#toldAt = monotonic
    const values = { count: this.#count, failure: sayingOf(failure) }
    this.#say(saying('gateway.unreadable', values))
  }
}
