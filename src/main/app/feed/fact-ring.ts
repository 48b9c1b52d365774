import type { Told } from '../../../core/contracts/window-frame.ts'

/**
 * The last facts that every window gets, numbered through the feed's life. Each window has a place
 * in it, so that a slow one costs nothing; one that falls out of it must begin anew.
 */
export class FactRing {
  readonly #kept: number
  readonly #facts: (Told | undefined)[]
  #first = 0
  #end = 0

  /** @param kept facts that are held at most. */
  constructor(kept: number) {
    this.#kept = kept
    this.#facts = Array.from({ length: kept })
  }

  /** How many facts were told so far. */
  get end(): number {
    return this.#end
  }

  push(told: Told): void {
    this.#facts[this.#end % this.#kept] = told
    this.#end++
    this.#first = Math.max(this.#first, this.#end - this.#kept)
  }

  /** Nothing that was told before leads to how things are now: nobody may go on from there. */
  begin(): void {
    this.#facts.fill(undefined)
    this.#end++
    this.#first = this.#end
  }

  /** Whether everything that was told after so many facts is still here. */
  holds(position: number): boolean {
    return position >= this.#first && position <= this.#end
  }

  /** The facts after so many, at most so many of them. */
  after(position: number, most: number): readonly Told[] {
    const until = Math.min(this.#end, position + most)
    const facts: Told[] = []
    for (let at = position; at < until; at++) facts.push(this.#facts[at % this.#kept]!)
    return facts
  }
}
