import type { Micros } from '../../core/domain/index.ts'
import { MICROS_PER_MILLISECOND } from '../../core/domain/index.ts'

interface Reading {
  /** Main's clock less the page's, in µs. */
  readonly offset: number
  /** Milliseconds that the question and its answer took. */
  readonly round: number
}

/**
 * Main's monotonic clock as this page knows it. Main's stamp was made between question and answer:
 * the quicker those were, the better it is known. Of many readings the quickest counts.
 */
export class MainClock {
  #best: Reading | undefined
  /** The quickest of the readings that are being taken now. */
  #newest: Reading | undefined

  /** Readings begin anew; what was known holds until they are complete. */
  begin(): void {
    this.#newest = undefined
  }

  /** @param sentAt and `receivedAt` in milliseconds of the page's clock. */
  read(sentAt: number, receivedAt: number, main: Micros): void {
    const round = receivedAt - sentAt
    if (!(round >= 0)) return
    if (this.#newest !== undefined && this.#newest.round <= round) return
    const middle = ((sentAt + receivedAt) / 2) * MICROS_PER_MILLISECOND
    this.#newest = { offset: main - middle, round }
  }

  /**
   * The readings are complete: clocks drift, so that the new ones count, even if they are worse.
   */
  complete(): void {
    this.#best = this.#newest ?? this.#best
  }

  /** Nothing that was known holds. */
  forget(): void {
    this.#best = undefined
    this.#newest = undefined
  }

  /** @param now milliseconds of the page's clock. @returns NaN before the first reading. */
  at(now: number): Micros {
    const reading = this.#best ?? this.#newest
    if (reading === undefined) return NaN as Micros
    return Math.round(now * MICROS_PER_MILLISECOND + reading.offset) as Micros
  }

  /** Milliseconds by which it may be wrong, at most; NaN before the first reading. */
  get error(): number {
    return ((this.#best ?? this.#newest)?.round ?? NaN) / 2
  }
}
