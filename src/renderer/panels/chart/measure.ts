import type { ChartPlace } from '../../../core/desk/chart-measure.ts'

/** Measuring between two points: choose one, move, choose the other. */
export class Measure {
  on = false
  from: ChartPlace | undefined
  to: ChartPlace | undefined
  /** Both are chosen. */
  done = false
  readonly #changed: () => void

  constructor(changed: () => void) {
    this.#changed = changed
  }

  toggle(): void {
    this.on = !this.on
    this.#clear()
  }

  end(): void {
    this.on = false
    this.#clear()
  }

  choose(place: ChartPlace): void {
    if (this.from === undefined || this.done) {
      this.from = place
      this.to = undefined
      this.done = false
    } else {
      this.to = place
      this.done = true
    }
    this.#changed()
  }

  move(place: ChartPlace): void {
    if (this.from === undefined || this.done) return
    this.to = place
    this.#changed()
  }

  #clear(): void {
    this.from = this.to = undefined
    this.done = false
    this.#changed()
  }
}
