/** Waiting that can be cut short. */
export class Pause {
  #timer: NodeJS.Timeout | undefined
  #done: (() => void) | undefined

  /** Resolves after so many milliseconds, or when it is ended; for Infinity only then. */
  wait(millis: number): Promise<void> {
    return new Promise((resolve) => {
      this.#done = resolve
      if (millis !== Infinity) this.#timer = setTimeout(() => this.end(), millis)
    })
  }

  /** Ends the waiting, if there is any. */
  end(): void {
    clearTimeout(this.#timer)
    this.#done?.()
    this.#done = undefined
  }
}
