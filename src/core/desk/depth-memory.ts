import type { Instrument, Micros, Quote } from '../domain/index.ts'
import { DEPTH, ticksOf } from '../domain/index.ts'

/** Prices that are remembered an instrument: a price further away takes the place of an old one. */
const PRICES = 2_048

/** Whose lots they were: 1 the buyers', −1 the sellers', 0 seen empty. */
export type DepthSide = 1 | 0 | -1

/**
 * What was last seen at each price of one instrument, and when: feeds tell five levels, so beyond
 * them memory is all there is. Quotes may come in any order; the newest sight of a price counts.
 */
export class DepthMemory {
  readonly #instrument: Instrument
  readonly #ticks = new Float64Array(PRICES).fill(NaN)
  readonly #volumes = new Float64Array(PRICES)
  readonly #at = new Float64Array(PRICES)
  readonly #sides = new Int8Array(PRICES)

  constructor(instrument: Instrument) {
    this.#instrument = instrument
  }

  /**
   * Within what a quote lists, and between its best prices, a price that it does not list is empty.
   */
  take({ at, bidPrices, bidVolumes, askPrices, askVolumes }: Quote): void {
    const bid = this.#takeSide(at, 1, bidPrices, bidVolumes)
    const ask = this.#takeSide(at, -1, askPrices, askVolumes)
    if (bid === bid && ask === ask) this.#empty(at, bid, ask)
  }

  /** Lots last seen at a price: 0 when it was empty, NaN when it was never seen. */
  volumeAt(ticks: number): number {
    const slot = slotOf(ticks)
    return this.#ticks[slot] === ticks ? this.#volumes[slot]! : Number.NaN
  }

  /** Stamp of the quote that showed the price last; NaN when none did. */
  seenAt(ticks: number): Micros {
    const slot = slotOf(ticks)
    return (this.#ticks[slot] === ticks ? this.#at[slot]! : Number.NaN) as Micros
  }

  /** Of the lots that were seen last; 0 where there were none, or nothing was ever seen. */
  sideAt(ticks: number): DepthSide {
    const slot = slotOf(ticks)
    return (this.#ticks[slot] === ticks ? this.#sides[slot]! : 0) as DepthSide
  }

  clear(): void {
    this.#ticks.fill(NaN)
  }

  /** @returns the best price of the side in ticks; NaN of an empty one. */
  #takeSide(
    at: number,
    side: DepthSide,
    prices: readonly number[],
    volumes: readonly number[],
  ): number {
    let best = Number.NaN
    let before = Number.NaN
    for (let level = 0; level < DEPTH; level++) {
      const volume = volumes[level]!
      if (!(volume > 0)) continue
      const ticks = ticksOf(this.#instrument, prices[level] as Quote['last'])
      if (ticks !== ticks) continue
      if (best !== best) best = ticks
      if (before === before) this.#empty(at, ticks, before)
      this.#see(ticks, at, side, volume)
      before = ticks
    }
    return best
  }

  /** Everything strictly between two prices is empty. */
  #empty(at: number, one: number, other: number): void {
    const last = Math.max(one, other)
    const first = Math.max(Math.min(one, other), last - PRICES)
    for (let ticks = first + 1; ticks < last; ticks++) this.#see(ticks, at, 0, 0)
  }

  #see(ticks: number, at: number, side: DepthSide, volume: number): void {
    const slot = slotOf(ticks)
    const known = this.#ticks[slot]
    if (known === known && at < this.#at[slot]!) return
    this.#ticks[slot] = ticks
    this.#at[slot] = at
    this.#sides[slot] = side
    this.#volumes[slot] = volume
  }
}

function slotOf(ticks: number): number {
  return ((ticks % PRICES) + PRICES) % PRICES
}
