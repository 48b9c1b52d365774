import type { Instrument, Lots, Micros, Price, Quote, Random } from '../../src/core/domain/index.ts'
import { DEPTH, NO_PRICE, createQuote } from '../../src/core/domain/index.ts'

const EVERY = 500_000

/** Made-up recordings: five levels that walk by a tick, with trades at either side. */
export class WalkingMarket {
  readonly #random: Random
  readonly #instruments: readonly Instrument[]
  readonly #mids: number[]
  readonly #volumes: number[]
  readonly #turnovers: number[]
  #next: number

  constructor(instruments: readonly Instrument[], random: Random, from: Micros) {
    this.#instruments = instruments
    this.#random = random
    this.#mids = instruments.map(() => 5_500)
    this.#volumes = instruments.map(() => 0)
    this.#turnovers = instruments.map(() => 0)
    this.#next = from + EVERY
  }

  /** Every quote up to a moment, in order. */
  *until(to: Micros): Generator<Quote> {
    for (; this.#next <= to; this.#next += EVERY) {
      for (const instrument of this.#instruments)
        yield this.#quote(instrument, this.#next as Micros)
    }
  }

  #quote(instrument: Instrument, at: Micros): Quote {
    const random = this.#random
    const { id } = instrument
    const mid = (this.#mids[id]! += random.below(3) - 1)
    const traded = random.below(12)
    const last = mid + (random.below(2) === 0 ? 0 : 1)
    this.#volumes[id]! += traded
    this.#turnovers[id]! += traded * last * instrument.multiplier
    const bids: Price[] = []
    const asks: Price[] = []
    const bidLots: Lots[] = []
    const askLots: Lots[] = []
    for (let level = 0; level < DEPTH; level++) {
      bids.push((mid - level) as Price)
      asks.push((mid + 1 + level) as Price)
      bidLots.push((1 + random.below(9)) as Lots)
      askLots.push((1 + random.below(9)) as Lots)
    }
    const volume = this.#volumes[id]!
    const turnover = this.#turnovers[id]!
    const price = last as Price
    const [open, high, low] = [NO_PRICE, NO_PRICE, NO_PRICE]
    return createQuote(
      id,
      at,
      at,
      0,
      price,
      volume,
      turnover,
      1_000,
      open,
      high,
      low,
      6_050 as Price,
      4_950 as Price,
      5_500 as Price,
      bids,
      bidLots,
      asks,
      askLots,
    )
  }
}
