import type { SessionParts } from './parts.ts'

const EVERY = 1_000
/** A pulse that comes so late: the machine slept, or the page's clock was set. */
const SLEPT = 5_000

interface PulseParts extends Pick<SessionParts, 'now' | 'after'> {
  /** @param silence milliseconds since something was heard; 0 where `slept`, as nobody knows. */
  readonly beat: (silence: number, slept: boolean) => void
}

/** Looks once a second how much time has passed, and whether it did so as it should. */
export class Pulse {
  readonly #parts: PulseParts
  #at = NaN
  #heardAt = NaN
  #cancel: () => void = () => undefined

  constructor(parts: PulseParts) {
    this.#parts = parts
  }

  get beats(): boolean {
    return !Number.isNaN(this.#at)
  }

  begin(): void {
    this.#at = this.#parts.now()
    this.#later()
  }

  stop(): void {
    this.#at = NaN
    this.#cancel()
  }

  /** Main said something. */
  heard(): void {
    this.#heardAt = this.#parts.now()
  }

  #beat(): void {
    const now = this.#parts.now()
    const gap = now - this.#at
    const slept = gap > SLEPT || gap < 0
    this.#at = now
    if (slept) this.#heardAt = now
    this.#later()
    this.#parts.beat(now - this.#heardAt, slept)
  }

  #later(): void {
    this.#cancel = this.#parts.after(EVERY, () => this.#beat())
  }
}
