/** Milliseconds between two drawings at least: a chart redraws all its canvases each time. */
const APART = 66

/** Keeps a chart of a busy instrument from being drawn for every quote of it. */
export class Pace {
  readonly #later: () => void
  #drawnAt = -Infinity
  #timer: ReturnType<typeof setTimeout> | undefined

  /** @param later called once it may be drawn again. */
  constructor(later: () => void) {
    this.#later = later
  }

  /**
   * @param now milliseconds, monotonic. @returns whether it was drawn just now, so that it waits.
   */
  waits(now: number): boolean {
    const rest = this.#drawnAt + APART - now
    if (rest <= 0) {
      this.drawn(now)
      return false
    }
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      this.#later()
    }, rest)
    return true
  }

  drawn(now: number): void {
    this.#drawnAt = now
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  close(): void {
    clearTimeout(this.#timer)
  }
}
