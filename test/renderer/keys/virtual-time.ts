/** Time that passes only when a test says so. */
export class VirtualTime {
  now = 0
  readonly #waiting = new Set<{ readonly at: number; readonly call: () => void }>()

  readonly after = (milliseconds: number, call: () => void): (() => void) => {
    const timer = { at: this.now + milliseconds, call }
    this.#waiting.add(timer)
    return () => void this.#waiting.delete(timer)
  }

  pass(milliseconds: number): void {
    this.now += milliseconds
    for (const timer of this.#waiting) {
      if (timer.at > this.now || !this.#waiting.delete(timer)) continue
      timer.call()
    }
  }
}
