import type { Chip, ChipName, ChipState } from './chips.ts'

interface Stood {
  readonly state: ChipState
  readonly since: number
}

/** Since when each chip stands as it does, as far as one window saw it. */
export class ChipSince {
  readonly #stood = new Map<ChipName, Stood>()

  /** @param now in µs, never backward; while it is NaN nothing is known of time. */
  take(chips: readonly Chip[], now: number): void {
    for (const { name, state } of chips) {
      if (this.#stood.get(name)?.state !== state) this.#stood.set(name, { state, since: now })
    }
  }

  /** µs since the chip turned to what it is; NaN where nobody knows. */
  age(name: ChipName, now: number): number {
    return now - (this.#stood.get(name)?.since ?? NaN)
  }
}
