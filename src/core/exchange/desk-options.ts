import type { Fen, Instrument, InstrumentId, Micros, TradingDay } from '../domain/index.ts'

/** What every exchange of ours is told at its start. */
export interface DeskOptions {
  /** Everything that is listed; ids are small whole numbers, and stay the same over restarts. */
  readonly instruments: readonly Instrument[]
  /** The account's cash at its very first start, in fen. */
  readonly initialCash: Fen
  /** Trading day of the very first start. */
  readonly tradingDay: TradingDay
  /** Whether an instrument may be traded; always, where left out. */
  readonly sessionOpen?: (instrument: InstrumentId, now: Micros) => boolean
}
