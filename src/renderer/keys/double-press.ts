import { TWICE_WITHIN } from './key-entry.ts'

/** Tells the second of two presses that follow one another within 400 ms. */
export class DoublePress {
  #first = -Infinity

  /**
   * @param at milliseconds, monotonic. @returns whether this is the second; a third begins anew.
   */
  press(at: number): boolean {
    const second = at - this.#first <= TWICE_WITHIN
    this.#first = second ? -Infinity : at
    return second
  }

  /** What came so far does not count. */
  forget(): void {
    this.#first = -Infinity
  }
}
