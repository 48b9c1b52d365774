import type { Saying } from '../../core/contracts/index.ts'
import type { Fen, Instrument, Micros, SessionPhase, TradingDay } from '../../core/domain/index.ts'
import type { Exchange } from '../../core/exchange/index.ts'

/** The market of one run: what is listed there, when it trades, and the exchange behind it. */
export interface Market {
  readonly instruments: readonly Instrument[]
  readonly sessionPhase: (instrument: Instrument, now: Micros) => SessionPhase
  /** Trading day of the very first start. */
  readonly tradingDay: TradingDay
  /** Made anew for every run. */
  readonly createExchange: (opening: Opening) => Exchange
  /** What a person should know of it before it begins. */
  readonly notes: readonly Saying[]
}

/** How an exchange begins when it has no records of an earlier life. */
export interface Opening {
  readonly cash: Fen
  readonly seed: number
}

/** Instruments that may be traded, in the market's order. */
export function tradableOf(market: Market): readonly Instrument[] {
  return market.instruments.filter(({ tradable }) => tradable)
}

/** A recorded or built-in day that begins somewhere. */
export interface Beginning {
  readonly at: Micros
  readonly tradingDay: TradingDay
}
