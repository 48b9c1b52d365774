import type { Failure } from '../../core/contracts/index.ts'
import { explained } from '../../core/contracts/index.ts'
import type { Result } from '../../core/domain/index.ts'
import { failed } from '../../core/domain/index.ts'
import { now } from './deadline.ts'

/** Questions that wait at one door, at most. */
const LONGEST_LINE = 64

/**
 * A door that lets one question in at a time, in the order in which they came. A question whose
 * deadline passes while it waits is not asked any more.
 */
export class Turns {
  readonly #waiting: (() => void)[] = []
  #taken = false

  /** Questions inside and waiting. */
  get length(): number {
    return this.#waiting.length + (this.#taken ? 1 : 0)
  }

  async take<Value>(
    deadline: number,
    work: () => Promise<Result<Value, Failure>>,
  ): Promise<Result<Value, Failure>> {
    if (this.#waiting.length >= LONGEST_LINE) {
      return failed(explained('store.slow/turns', { most: LONGEST_LINE }))
    }
    if (this.#taken) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    this.#taken = true
    try {
      return now() < deadline ? await work() : failed(waited())
    } finally {
      this.#taken = false
      const next = this.#waiting.shift()
      if (next !== undefined) {
        this.#taken = true
        next()
      }
    }
  }
}

function waited(): Failure {
  return explained('store.slow/waited')
}
