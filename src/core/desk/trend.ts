import type { Micros } from '../domain/index.ts'
import { MICROS_PER_SECOND } from '../domain/index.ts'

const MOST = 64

/**
 * A price in at most 64 points, however long it is followed: when they are full, every second one
 * is let go and the step doubles.
 */
export class Trend {
  #points: number[] = []
  #step = MICROS_PER_SECOND
  #slot = NaN
  #revision = 0

  /** Oldest first; the last one is the newest price. */
  get points(): readonly number[] {
    return this.#points
  }

  /** Grows when the points changed enough to be drawn again. */
  get revision(): number {
    return this.#revision
  }

  add(at: Micros, price: number): void {
    if (!(price > 0)) return
    const slot = Math.floor(at / this.#step)
    if (slot === this.#slot) {
      this.#points[this.#points.length - 1] = price
      return
    }
    this.#slot = slot
    this.#revision++
    if (this.#points.push(price) < MOST) return
    this.#points = this.#points.filter((_, place) => place % 2 === 1)
    this.#step *= 2
    this.#slot = Math.floor(at / this.#step)
  }
}
