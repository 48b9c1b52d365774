import { HOLD_FOR } from './key-entry.ts'

export interface HoldParts {
  /** Calls once after so many milliseconds. @returns what calls it off. */
  readonly after: (milliseconds: number, call: () => void) => () => void
  /** It was held long enough: once. */
  readonly held: () => void
  readonly changed: (holding: boolean) => void
}

/** Something held without a break for 800 ms; letting go before calls it off. */
export class Hold {
  readonly #parts: HoldParts
  #callOff: (() => void) | undefined
  #done = false

  constructor(parts: HoldParts) {
    this.#parts = parts
  }

  /** The key went down; while it stays down, and after it acted, this does nothing. */
  begin(): void {
    if (this.#callOff !== undefined || this.#done) return
    this.#callOff = this.#parts.after(HOLD_FOR, () => {
      this.#callOff = undefined
      this.#done = true
      this.#parts.changed(false)
      this.#parts.held()
    })
    this.#parts.changed(true)
  }

  /** It was let go, or the window lost it. */
  end(): void {
    this.#done = false
    if (this.#callOff === undefined) return
    this.#callOff()
    this.#callOff = undefined
    this.#parts.changed(false)
  }
}
