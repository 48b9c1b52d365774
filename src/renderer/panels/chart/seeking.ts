/** What a chart does for one that seeks a moment on it. */
export interface SoughtChart {
  /** Puts it into the middle. @returns whether the chart reaches back to it. */
  readonly centre: (at: number) => boolean
  /** Whether what is known so far is all that comes without asking for more. */
  readonly settled: () => boolean
  /** The oldest moment that is known. */
  readonly oldest: () => number
  /** Asks history for more. */
  readonly earlier: () => Promise<void>
  /** Nobody knows that moment any more. */
  readonly giveUp: () => void
}

/** Brings one moment into sight, as soon as what is known reaches back to it. */
export class Seeking {
  readonly #chart: SoughtChart
  #wanted = NaN
  #asking = false

  constructor(chart: SoughtChart) {
    this.#chart = chart
  }

  seek(at: number): void {
    this.#wanted = at
    void this.look()
  }

  /** Somebody looks elsewhere. */
  end(): void {
    this.#wanted = NaN
  }

  /** More may be known by now. */
  async look(): Promise<void> {
    const { centre, settled, oldest, earlier, giveUp } = this.#chart
    if (this.#asking) return
    while (!Number.isNaN(this.#wanted)) {
      const at = this.#wanted
      if (centre(at)) return this.end()
      if (!settled()) return
      const before = oldest()
      this.#asking = true
      await earlier()
      this.#asking = false
      if (at !== this.#wanted || oldest() < before) continue
      this.end()
      giveUp()
    }
  }
}
