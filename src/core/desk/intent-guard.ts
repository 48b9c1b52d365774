/** Milliseconds within which the same wish counts as one press: a double click, a bouncing key. */
export const SAME_PRESS = 250

/**
 * Lets every wish of a person pass once: what comes again of equal content within `SAME_PRESS` is
 * the same press. The time counts from the one that passed, so that nobody is held off for long.
 */
export class IntentGuard {
  readonly #passed = new Map<string, number>()

  /**
   * @param content what makes two wishes the same, as in `place SIM.cu buy`.
   * @param now milliseconds, monotonic.
   */
  pass(content: string, now: number): boolean {
    const before = this.#passed.get(content)
    if (before !== undefined && now - before < SAME_PRESS) return false
    for (const [other, at] of this.#passed) if (now - at >= SAME_PRESS) this.#passed.delete(other)
    this.#passed.set(content, now)
    return true
  }
}
