import { createTradeEstimate, estimateTrade } from '../domain/index.ts'
import type { Instrument, Quote, Side } from '../domain/index.ts'

/**
 * How many lots were traded at which price between two snapshots, as far as they tell. The mean
 * price is shared out between two prices: the best bid and ask of the earlier snapshot where it
 * lies between them, else the two ticks around it. The one object is filled again and again.
 */
export class TradedVolume {
  /** All lots between the snapshots. */
  volume = 0
  /** In ticks. */
  last = NaN
  #low = NaN
  #high = NaN
  #lowLots = 0
  #highLots = 0
  readonly #estimate = createTradeEstimate()

  read(instrument: Instrument, previous: Quote, quote: Quote): void {
    const estimate = this.#estimate
    if (!estimateTrade(instrument, previous, quote, estimate)) {
      this.none()
      return
    }
    const scale = instrument.tickScale / instrument.tickUnits
    const mean = estimate.price * scale
    const bid = Math.round(previous.bidPrices[0]! * scale)
    const ask = Math.round(previous.askPrices[0]! * scale)
    const between = mean >= bid && mean <= ask && ask > bid
    this.volume = estimate.volume
    this.last = Math.round(quote.last * scale)
    this.#low = between ? bid : Math.floor(mean + 1e-6)
    this.#high = between ? ask : Math.ceil(mean - 1e-6)
    const width = this.#high - this.#low
    const share = width > 0 ? (mean - this.#low) / width : 0
    this.#highLots = Math.round(this.volume * share)
    this.#lowLots = this.volume - this.#highLots
  }

  /** Nothing was traded, or nothing is known. */
  none(): void {
    this.volume = 0
    this.last = NaN
    this.#low = NaN
    this.#high = NaN
    this.#lowLots = 0
    this.#highLots = 0
  }

  /** Lots at a price. */
  at(price: number): number {
    return price === this.#low ? this.#lowLots : price === this.#high ? this.#highLots : 0
  }

  /** Whether anything may have been traded at a price. */
  touched(price: number): boolean {
    return this.volume > 0 && (price === this.last || this.at(price) > 0)
  }

  /** Lots at prices worse for the market than a resting order's: it stood before them. */
  through(side: Side, price: number): number {
    const buys = side === 'buy'
    let lots = 0
    if (buys ? this.#low < price : this.#low > price) lots += this.#lowLots
    if (buys ? this.#high < price : this.#high > price) lots += this.#highLots
    // The last trade is certain, wherever the mean price lies.
    const lastThrough = buys ? this.last < price : this.last > price
    return lots === 0 && lastThrough && this.volume > 0 ? 1 : lots
  }
}
