/** A call in a task of its own, however often it was asked for until then. */
export class Later {
  readonly #call: () => void
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(call: () => void) {
    this.#call = call
  }

  /** Asked for while a frame is made, it is called once that is painted. */
  ask(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      this.#call()
    })
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }
}
