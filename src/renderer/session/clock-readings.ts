import type { Micros } from '../../core/domain/index.ts'
import type { MainClock } from './main-clock.ts'
import type { SessionParts } from './parts.ts'

/** Readings in a row, and milliseconds between two. */
const READINGS = 40
const PAUSE = 25
/** Milliseconds from one row of readings to the next. */
const AGAIN = 60_000
/** A reading that takes longer says nothing. */
const PATIENCE = 1_000

interface ReadingParts extends Pick<SessionParts, 'now' | 'after'> {
  readonly clock: MainClock
  /** Asks main for its stamp, once. @returns whether it was asked. */
  readonly ask: (answered: (at: Micros) => void) => boolean
}

/**
 * Reads main's clock: many times at the beginning, spread so that nothing waits, then each minute.
 */
export class ClockReadings {
  readonly #parts: ReadingParts
  #left = 0
  /** Calls off what was planned; an answer of an earlier plan is passed over. */
  #plan = 0
  #cancel: () => void = () => undefined

  constructor(parts: ReadingParts) {
    this.#parts = parts
  }

  begin(): void {
    this.stop()
    this.#left = READINGS
    this.#parts.clock.begin()
    this.#next()
  }

  stop(): void {
    this.#plan++
    this.#cancel()
  }

  #next(): void {
    const { now, ask, clock } = this.#parts
    const plan = ++this.#plan
    if (this.#left-- === 0) {
      clock.complete()
      return this.#later(AGAIN, () => this.begin())
    }
    const sentAt = now()
    const asked = ask((at) => {
      if (plan !== this.#plan) return
      clock.read(sentAt, now(), at)
      this.#later(PAUSE, () => this.#next())
    })
    if (asked) this.#later(PATIENCE, () => this.#next())
  }

  #later(milliseconds: number, call: () => void): void {
    this.#cancel()
    this.#cancel = this.#parts.after(milliseconds, call)
  }
}
