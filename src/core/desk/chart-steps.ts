import { firstAbove } from './chart-key.ts'

const KEPT = 2_048

/** A value that holds until the next one: targets, positions. In order of time. */
export class Steps {
  readonly at = new Float64Array(2 * KEPT)
  readonly value = new Float64Array(2 * KEPT)
  count = 0
  /** Before the first step. */
  before = Number.NaN

  clear(before = Number.NaN): void {
    this.count = 0
    this.before = before
  }

  /** A stamp before the last one's counts as that; a value that does not change is no step. */
  push(at: number, value: number): void {
    const last = this.count - 1
    if (Object.is(last < 0 ? this.before : this.value[last], value)) return
    if (last >= 0 && at <= this.at[last]!) {
      this.value[last] = value
      return
    }
    if (this.count === 2 * KEPT) this.#drop()
    this.at[this.count] = at
    this.value[this.count++] = value
  }

  valueAt(at: number): number {
    const index = firstAbove(this.at, this.count, at) - 1
    return index < 0 ? this.before : this.value[index]!
  }

  #drop(): void {
    this.before = this.value[KEPT - 1]!
    this.at.copyWithin(0, KEPT)
    this.value.copyWithin(0, KEPT)
    this.count = KEPT
  }
}
