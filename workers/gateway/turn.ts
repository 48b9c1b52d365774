/**
 * Gathers the work of one turn of the loop. Everything that is ready is taken in first; then it is
 * finished together, before the loop waits again.
 */
export class Turn {
  readonly #finish: () => void
  #waiting = false

  constructor(finish: () => void) {
    this.#finish = finish
  }

  /** Finishes once all that is ready in this turn was taken in. */
  soon(): void {
    if (this.#waiting) return
    this.#waiting = true
    setImmediate(() => {
      if (!this.#waiting) return
      this.finish()
    })
  }

  /** Finishes now: what is said next must not come before it. */
  finish(): void {
    this.#waiting = false
    this.#finish()
  }
}
