/** The longest wait that a timer takes; a longer one ends early, and whoever waits looks again. */
const LONGEST = 2 ** 31 - 1

/** Lets one wait for a time, or for somebody to ring. */
export class Alarm {
  #ring: (() => void) | undefined

  /** Resolves after so many milliseconds (Infinity for never), or when it rings. */
  wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer =
        milliseconds < Infinity
          ? setTimeout(() => this.ring(), Math.min(LONGEST, milliseconds))
          : undefined
      this.#ring = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  /** Wakes the one who waits; nobody may be there. */
  ring(): void {
    const ring = this.#ring
    this.#ring = undefined
    ring?.()
  }
}
