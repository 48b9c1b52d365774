/**
 * What traded in one instrument since its trading day began. Prices are ticks, NaN before a trade.
 */
export class DayTape {
  last = NaN
  open = NaN
  high = NaN
  low = NaN
  /** Lots. */
  volume = 0
  /** Fen. */
  turnover = 0
  openInterest: number
  readonly #tickValue: number

  constructor(tickValue: number, openInterest: number) {
    this.#tickValue = tickValue
    this.openInterest = openInterest
  }

  trade(price: number, volume: number): void {
    this.last = price
    if (this.volume === 0) {
      this.open = price
      this.high = price
      this.low = price
    } else if (price > this.high) this.high = price
    else if (price < this.low) this.low = price
    this.volume += volume
    this.turnover += price * volume * this.#tickValue
  }

  /** A new day: open interest stays, the rest begins again. */
  turn(): void {
    this.last = NaN
    this.open = NaN
    this.high = NaN
    this.low = NaN
    this.volume = 0
    this.turnover = 0
  }
}
