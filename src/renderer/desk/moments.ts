import { deskModel } from './desk-model.ts'
import type { Letter } from './focus.ts'
import { LETTERS } from './focus.ts'

/** Milliseconds: a panel that is put up because of the symbol still shows it; later ones do not. */
const STANDS_FOR = 5_000

/** A moment that the panels of a letter are to show once. */
export interface AskedMoment {
  readonly symbol: string
  /** Session time, in µs. */
  readonly at: number
  /** Counts them. */
  readonly number: number
}

/** A moment of a letter, as windows tell it to each other. */
export interface LetterMoment {
  readonly letter: Letter
  readonly symbol: string
  readonly at: number
}

/** Which moment the panels of each letter were asked to show last. */
export class Moments {
  readonly #last = new Map<Letter, AskedMoment & { readonly since: number }>()
  readonly #listeners = new Set<(moment: LetterMoment) => void>()
  readonly #changed: () => void
  readonly #now: () => number
  #count = 0

  /** @param now in milliseconds, never backward. */
  constructor(changed: () => void, now: () => number) {
    this.#changed = changed
    this.#now = now
  }

  /** A person wants to see it: here, and wherever else somebody listens. */
  ask(letter: Letter, symbol: string, at: number): void {
    this.hear({ letter, symbol, at })
    for (const listener of this.#listeners) listener({ letter, symbol, at })
  }

  /** Another window asked for it. */
  hear({ letter, symbol, at }: LetterMoment): void {
    this.#last.set(letter, { symbol, at, number: ++this.#count, since: this.#now() })
    this.#changed()
  }

  /** @param listener is told of what is asked for here. @returns what ends it. */
  listen(listener: (moment: LetterMoment) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /**
   * The newest for a panel that shows this symbol, unless it was asked long before the panel was
   * there; one that was there may be shown late, as where its window is hidden.
   *
   * @param seen its last.
   * @param upSince when the panel was put up, by the clock of `now`.
   */
  after(letter: Letter, symbol: string, seen: number, upSince: number): AskedMoment | undefined {
    const last = this.#last.get(letter)
    if (last === undefined || last.symbol !== symbol || last.number <= seen) return undefined
    if (upSince - last.since > STANDS_FOR) return undefined
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

/** As another window wrote it; undefined for what is none. */
export function readMoment(text: string | null): LetterMoment | undefined {
  try {
    const { letter, symbol, at } = (JSON.parse(text ?? '') ?? {}) as Record<string, unknown>
    const known = LETTERS.find((each) => each === letter)
    if (known === undefined || typeof symbol !== 'string' || !Number.isFinite(at)) return undefined
    return { letter: known, symbol, at: at as number }
  } catch {
    return undefined
  }
}
