import type { NumberedReport } from '../contracts/index.ts'
import type {
  Epoch,
  Fen,
  Micros,
  OrderId,
  OrderTerms,
  RandomState,
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
  /** Where the simulated market stands: its step and its randomness. */
  | {
      readonly kind: 'stepped'
      readonly at: Micros
      readonly step: number
      readonly random: RandomState
    }
