import type { Frames } from './frames.ts'

/** Where no price comes, nobody waits longer: milliseconds. */
const WITHIN = 1_500

export interface FirstPricesParts {
  readonly frames: Frames
  /** Whether any price is known. */
  readonly arePrices: () => boolean
  readonly after: (milliseconds: number, call: () => void) => void
}

/**
 * What is much to make and not looked at first waits for a window's first prices, and is then made
 * piece by piece, one a frame, so that prices go on moving. Later nobody waits any more.
 */
export class FirstPrices {
  readonly #parts: FirstPricesParts
  readonly #waiting: (() => void)[] = []
  readonly #end: () => void
  #arePainted = false

  constructor(parts: FirstPricesParts) {
    this.#parts = parts
    this.#end = parts.frames.paint(['quotes', 'link'], () => {
      if (parts.arePrices()) this.#begin()
    })
    parts.after(WITHIN, () => this.#begin())
  }

  /** Whether all that waited was made. */
  get isOver(): boolean {
    return this.#arePainted && this.#waiting.length === 0
  }

  /** @param make called once it is its turn. @returns what gives the place up. */
  wait(make: () => void): () => void {
    this.#waiting.push(make)
    if (this.#arePainted && this.#waiting.length === 1) this.#next()
    return () => {
      const at = this.#waiting.indexOf(make)
      if (at >= 0) this.#waiting.splice(at, 1)
    }
  }

  #begin(): void {
    if (this.#arePainted) return
    this.#arePainted = true
    this.#end()
    this.#next()
  }

  /** The frame that showed something is painted before the next piece is made. */
  #next(): void {
    const { frames } = this.#parts
    const end = frames.paint([], () => {
      end()
      frames.afterPaint(() => {
        this.#waiting.shift()?.()
        if (this.#waiting.length > 0) this.#next()
      })
    })
  }
}
