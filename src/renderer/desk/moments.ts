import { deskModel } from './desk-model.ts'
import type { Letter } from './focus.ts'

/** A panel that is only just put up, because of the symbol, still shows it; later ones do not. */
const STANDS_FOR = 5_000

/** A moment that the panels of a letter are to show once. */
export interface AskedMoment {
  readonly symbol: string
  /** Session time, in µs. */
  readonly at: number
  /** Counts them. */
  readonly number: number
}

/** Which moment the panels of each letter were asked to show last. */
export class Moments {
  readonly #last = new Map<Letter, AskedMoment & { readonly since: number }>()
  readonly #changed: () => void
  readonly #now: () => number
  #count = 0

  /** @param now in milliseconds, never backward. */
  constructor(changed: () => void, now: () => number) {
    this.#changed = changed
    this.#now = now
  }

  ask(letter: Letter, symbol: string, at: number): void {
    this.#last.set(letter, { symbol, at, number: ++this.#count, since: this.#now() })
    this.#changed()
  }

  /**
   * The newest for a panel that shows this symbol, unless it was asked long ago. @param seen its
   * last.
   */
  after(letter: Letter, symbol: string, seen: number): AskedMoment | undefined {
    const last = this.#last.get(letter)
    if (last === undefined || last.symbol !== symbol || last.number <= seen) return undefined
    if (this.#now() - last.since > STANDS_FOR) return undefined
    const { at, number } = last
    return { symbol, at, number }
  }
}

export const momentsOf = deskModel(
  (desk) =>
    new Moments(
      () => desk.frames.mark('focus'),
      () => performance.now(),
    ),
)
