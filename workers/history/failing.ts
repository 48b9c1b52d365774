import type { Failure } from '../../src/core/contracts/index.ts'
import type { Micros } from '../../src/core/domain/index.ts'
import { MICROS_PER_MILLISECOND } from '../../src/core/domain/index.ts'

/** For how long a store has failed, of one that is looked at now and then. */
export class Failing {
  #since = NaN

  /**
   * @param failure why the last try failed; undefined when it succeeded.
   * @param now monotonic.
   * @returns milliseconds since it was first seen failing, 1 at least; 0 while it does not fail.
   */
  look(failure: Failure | undefined, now: Micros): number {
    if (failure === undefined) {
      this.#since = NaN
      return 0
    }
    if (Number.isNaN(this.#since)) this.#since = now
    return Math.max(1, Math.round((now - this.#since) / MICROS_PER_MILLISECOND))
  }
}
