import { firstAbove } from './chart-key.ts'

/** The points of a chart in their order; places of all else are reckoned between them. */
export class ChartAxis {
  keys = new Float64Array(1_024)
  count = 0
  /** Each point stands for the time up to the next, as a bar does: nothing lies between two. */
  readonly whole: boolean

  constructor(whole = false) {
    this.whole = whole
  }

  clear(): void {
    this.count = 0
  }

  push(key: number): void {
    if (this.count === this.keys.length) {
      const grown = new Float64Array(2 * this.count)
      grown.set(this.keys)
      this.keys = grown
    }
    this.keys[this.count++] = key
  }

  /** Place of a moment: 2.5 is half way from point 2 to point 3; −Infinity before the first. */
  placeOf(at: number): number {
    const index = firstAbove(this.keys, this.count, at) - 1
    if (index < 0) return -Infinity
    const key = this.keys[index]!
    if (this.whole || index === this.count - 1) return index
    return index + (at - key) / (this.keys[index + 1]! - key)
  }

  /** The moment of a place; held within the first and the last point. NaN of an empty axis. */
  timeAt(place: number): number {
    if (this.count === 0) return Number.NaN
    const held = Math.max(0, Math.min(this.count - 1, place))
    const index = Math.floor(held)
    const key = this.keys[index]!
    if (this.whole || index === this.count - 1) return key
    return key + (held - index) * (this.keys[index + 1]! - key)
  }
}
