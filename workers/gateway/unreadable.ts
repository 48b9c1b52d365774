import type { Failure } from '../../src/core/contracts/index.ts'
import type { Micros } from '../../src/core/domain/index.ts'
import { MICROS_PER_SECOND } from '../../src/core/domain/index.ts'

/** Tells of commands that cannot be read, once a second however many there are. */
export class Unreadable {
  readonly #say: (message: string) => void
  #count = 0
  #toldAt = -Infinity

  constructor(say: (message: string) => void) {
    this.#say = say
  }

  /** @param monotonic in µs. */
  hear({ code, message }: Failure, monotonic: Micros): void {
    this.#count++
    if (monotonic - this.#toldAt < MICROS_PER_SECOND) return
    this.#toldAt = monotonic
    const words = `a command of an unknown sender was passed over (${this.#count} so far)`
    this.#say(`${words}: ${message} [${code}]`)
  }
}
