/** Wall milliseconds over which ticks are counted. */
const SPAN = 1000

/** Ticks a second over the last second of wall time. */
export class TickRate {
  readonly #samples: { readonly at: number; readonly ticks: number }[] = []

  /** @param at wall milliseconds, never less than before. */
  take(at: number, ticks: number): number {
    const samples = this.#samples
    samples.push({ at, ticks })
    while (samples.length > 2 && samples[1]!.at <= at - SPAN) samples.shift()
    const [oldest] = samples
    if (oldest === undefined || at <= oldest.at) return 0
    return ((ticks - oldest.ticks) * 1000) / (at - oldest.at)
  }
}
