import type { Painter } from './frames.ts'
import type { Slice } from './slices.ts'

/** They change with nearly every frame; whoever is shown anew for them alone can wait a little. */
const STEADY: ReadonlySet<Slice> = new Set<Slice>(['quotes', 'age', 'time'])
/** Milliseconds of a frame, as it is usual, above which patient painters take turns. */
const PRESSED = 3
/** Below it they need not any more. */
const CALM = 2
/** Milliseconds after which a turn is over: those who had next to nothing to paint share one. */
const TURN = 0.5
/** Weight of the newest frame in what is usual. */
const NEWEST = 0.05

/**
 * Who paints when frames take long: a frame that paints everything at once comes late, and all that
 * it shows with it. Patient painters then go one after the other, those with much to paint one a
 * frame, in the order in which they began to wait. While frames are short nobody waits.
 */
export class Turns {
  readonly #waiting = new Map<Painter, Set<Slice>>()
  #usual = 0
  #pressed = false
  /** Whose turn it was goes on in this frame. */
  #isTaken = false

  /** @param millis that a frame took, until all of it was painted. */
  took(millis: number): void {
    this.#usual += (millis - this.#usual) * NEWEST
    if (this.#usual > PRESSED) this.#pressed = true
    else if (this.#usual < CALM) this.#pressed = false
  }

  get someWait(): boolean {
    return this.#waiting.size > 0
  }

  /**
   * @param reads what the painter shows. @returns whether it is to wait; what changed is kept for
   * it.
   */
  waits(painter: Painter, reads: ReadonlySet<Slice>, changed: ReadonlySet<Slice>): boolean {
    if (!this.#pressed || isUrgent(reads, changed)) return false
    const kept = this.#waiting.get(painter)
    if (kept === undefined) this.#waiting.set(painter, new Set(changed))
    else for (const slice of changed) kept.add(slice)
    return true
  }

  /** It paints now. @returns all that changed since it painted. */
  claim(painter: Painter, changed: ReadonlySet<Slice>): ReadonlySet<Slice> {
    const kept = this.#waiting.get(painter)
    if (kept === undefined) return changed
    this.#waiting.delete(painter)
    for (const slice of changed) kept.add(slice)
    return kept
  }

  leave(painter: Painter): void {
    this.#waiting.delete(painter)
  }

  /** Paints whoever's turn it is in this frame. @param now milliseconds, monotonic. */
  paint(now: () => number): void {
    const isTaken = this.#isTaken
    this.#isTaken = false
    if (isTaken && this.#pressed) return
    const begun = now()
    for (const [painter, changed] of this.#waiting) {
      this.#waiting.delete(painter)
      const goesOn = painter(changed) === 'goes on'
      if (!this.#pressed) continue
      this.#isTaken = goesOn
      if (goesOn || now() - begun > TURN) return
    }
  }
}

function isUrgent(reads: ReadonlySet<Slice>, changed: ReadonlySet<Slice>): boolean {
  for (const slice of changed) if (!STEADY.has(slice) && reads.has(slice)) return true
  return false
}
