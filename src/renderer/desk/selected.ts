import { sameData } from '../../core/desk/same-data.ts'
import type { Desk } from './desk.ts'

/**
 * What was made last, and of what: with the same revision and the same maker it is not made again;
 * made again, it stays the very same value while it is alike.
 */
export class Selected<Value> {
  #made: readonly [value: Value, revision: number, select: (desk: Desk) => Value] | undefined

  read(revision: number, select: (desk: Desk) => Value, desk: Desk): Value {
    if (this.#made?.[1] === revision && this.#made[2] === select) return this.#made[0]
    const made = select(desk)
    const value = this.#made !== undefined && sameData(this.#made[0], made) ? this.#made[0] : made
    this.#made = [value, revision, select]
    return value
  }
}
