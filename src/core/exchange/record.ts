import type { NumberedReport } from '../contracts/index.ts'
import type {
  Epoch,
  Fen,
  InstrumentId,
  Micros,
  OrderId,
  OrderTerms,
  RandomState,
  Ticks,
  TradingDay,
} from '../domain/index.ts'

/** What the exchange journals before it answers; reading them back gives its ledger again. */
export type ExchangeRecord =
  | {
      readonly kind: 'opened'
      readonly at: Micros
      readonly tradingDay: TradingDay
      readonly cash: Fen
      readonly seed: number
    }
  | { readonly kind: 'fenced'; readonly at: Micros; readonly epoch: Epoch }
  /** An order as it came in, before it is answered. */
  | { readonly kind: 'submitted'; readonly at: Micros; readonly order: OrderTerms }
  /** An id that was asked for and not known: never to be accepted. */
  | { readonly kind: 'voided'; readonly at: Micros; readonly order: OrderId }
  | { readonly kind: 'reported'; readonly report: NumberedReport }
  /** Where the simulated market stands: its step, its randomness, and one mark an instrument. */
  | {
      readonly kind: 'stepped'
      readonly at: Micros
      readonly step: number
      readonly random: RandomState
      readonly marks: readonly MarketMark[]
    }

/** What of a simulated market outlives a restart; its book is grown anew around `middle`. */
export interface MarketMark {
  readonly instrument: InstrumentId
  /** Where the book stood, rounded down to a tick. */
  readonly middle: Ticks
  /** Settlement price of the day before. */
  readonly preSettlement: Ticks
  /** Prices of the day so far; NaN before its first trade. */
  readonly last: Ticks
  readonly open: Ticks
  readonly high: Ticks
  readonly low: Ticks
  /** Lots traded in the day so far. */
  readonly volume: number
  /** Value traded in the day so far. */
  readonly turnover: Fen
  readonly openInterest: number
}
