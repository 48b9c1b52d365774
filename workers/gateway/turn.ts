/** How long work that nobody waits for is gathered before it is finished, in milliseconds. */
const AT_LEISURE = 2

export interface TurnParts {
  /** All that was ready is taken in. */
  readonly end: () => void
  /** Finishes whatever was begun. */
  readonly finish: () => void
}

/**
 * Gathers the work of one turn of the loop. Everything that is ready is taken in first; then it is
 * finished together, before the loop waits again. Work that nobody waits for may be left to the
 * end of a later turn.
 */
export class Turn {
  readonly #parts: TurnParts
  #waiting = false
  #leisure: NodeJS.Timeout | undefined

  constructor(parts: TurnParts) {
    this.#parts = parts
  }

  /**
   * Something came: the turn ends once all that is ready was taken in.
   *
   * @returns whether it is the first of this turn.
   */
  soon(): boolean {
    if (this.#waiting) return false
    this.#waiting = true
    setImmediate(() => this.over())
    return true
  }

  /** All that is ready was taken in, before the turn of the loop ends. */
  over(): void {
    if (!this.#waiting) return
    this.#waiting = false
    this.#parts.end()
  }

  /** Finishes in a moment, unless something else finishes before. */
  atLeisure(): void {
    this.#leisure ??= setTimeout(() => this.finish(), AT_LEISURE)
  }

  /** Finishes now: what is said next must not come before it. */
  finish(): void {
    this.#waiting = false
    clearTimeout(this.#leisure)
    this.#leisure = undefined
    this.#parts.finish()
  }
}
