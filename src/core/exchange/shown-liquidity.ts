import { DEPTH } from '../domain/index.ts'
import type { Instrument, Lots, Quote, Side, Ticks } from '../domain/index.ts'

/**
 * What a quote shows on the side that an order would take, less what orders of ours have taken of
 * that very quote: the recording does not know of them and shows it still.
 */
export class ShownLiquidity {
  readonly #scale: number
  readonly #taken: number[] = new Array<number>(2 * DEPTH).fill(0)
  #quote: Quote | undefined

  constructor(instrument: Instrument) {
    this.#scale = instrument.tickScale / instrument.tickUnits
  }

  /** Lots that can be taken down to `bound`, counting no further than `wanted`. */
  reachable(quote: Quote, side: Side, bound: number, wanted: number): number {
    this.#see(quote)
    let lots = 0
    for (let level = 0; level < DEPTH && lots < wanted; level++) {
      if (!within(side, this.#tick(quote, side, level), bound)) break
      lots += this.#left(quote, side, level)
    }
    return Math.min(lots, wanted)
  }

  /** Takes lots level by level, best first. @returns lots that were not found. */
  take(
    quote: Quote,
    side: Side,
    bound: number,
    wanted: number,
    onTake: (price: Ticks, lots: Lots) => void,
  ): number {
    this.#see(quote)
    let left = wanted
    for (let level = 0; level < DEPTH && left > 0; level++) {
      const price = this.#tick(quote, side, level)
      if (!within(side, price, bound)) break
      const lots = Math.min(left, this.#left(quote, side, level))
      if (lots <= 0) continue
      this.#taken[place(side, level)]! += lots
      left -= lots
      onTake(price as Ticks, lots as Lots)
    }
    return left
  }

  #see(quote: Quote): void {
    if (quote === this.#quote) return
    this.#quote = quote
    this.#taken.fill(0)
  }

  #tick(quote: Quote, side: Side, level: number): number {
    const prices = side === 'buy' ? quote.askPrices : quote.bidPrices
    return Math.round(prices[level]! * this.#scale)
  }

  #left(quote: Quote, side: Side, level: number): number {
    const volumes = side === 'buy' ? quote.askVolumes : quote.bidVolumes
    return Math.max(0, volumes[level]! - this.#taken[place(side, level)]!)
  }
}

function place(side: Side, level: number): number {
  return side === 'buy' ? level : DEPTH + level
}

/** False for a price that is absent. */
function within(side: Side, price: number, bound: number): boolean {
  return side === 'buy' ? price <= bound : price >= bound
}
