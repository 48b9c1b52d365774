import type { Station } from './station.ts'

/**
 * Watches whether main still lives. A worker that nobody begot by a main, as one started by hand,
 * never hears a beat and never leaves for the want of it; one that has a reason to stay, as open
 * positions, waits until it has none.
 */
export class Orphan {
  readonly #station: Station
  #heardAt = Infinity

  constructor(station: Station) {
    this.#station = station
    const { orphanMs } = station.spec
    if (orphanMs === null) return
    station.every(1000, () => {
      const silent = (station.clock.monotonic() - this.#heardAt) / 1000
      if (silent < orphanMs || station.staysFor() !== undefined) return
      void station.quit(`main has been silent for ${orphanMs / 1000} s`)
    })
  }

  heard(): void {
    this.#heardAt = this.#station.clock.monotonic()
  }
}
