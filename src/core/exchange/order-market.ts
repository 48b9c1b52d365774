import type { InstrumentId, Micros, Ticks } from '../domain/index.ts'
import type { OwnOrder } from './own-order.ts'

/** What the desk needs of the market behind it: a book, or recorded quotes. */
export interface OrderMarket {
  /**
   * Takes an accepted order: fills what can be filled at once, rests a limit order's remainder,
   * cancels any other's.
   */
  place(order: OwnOrder, at: Micros): void
  /** Takes a working order out; the desk reports it. */
  withdraw(order: OwnOrder): void
  /** Where positions are valued: the last price, NaN while there is none. */
  mark(instrument: InstrumentId): Ticks
  /** The day's price limits, NaN while they are not known. */
  upperLimit(instrument: InstrumentId): Ticks
  lowerLimit(instrument: InstrumentId): Ticks
}
