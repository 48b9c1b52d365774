import type { Micros } from '../../src/core/domain/index.ts'
import { MICROS_PER_SECOND } from '../../src/core/domain/index.ts'

/** Lets so many messages through in any second. */
export class Pace {
  readonly #most: number
  #sent: number[] = []

  constructor(most: number) {
    this.#most = most
  }

  /** @returns whether one more fits; it is counted then. */
  take(now: Micros): boolean {
    this.#sent = this.#sent.filter((at) => now - at < MICROS_PER_SECOND)
    if (this.#sent.length >= this.#most) return false
    this.#sent.push(now)
    return true
  }
}
