import type { Fen, Lots, Symbol } from '../domain/index.ts'

/** The bounds of the gate, for one account. A bound that is NaN refuses everything. */
export interface RiskLimits {
  /** Lots of one order. */
  readonly maxOrderLots: Lots
  /** Fen of one order's value. */
  readonly maxOrderNotional: Fen
  /** |long − short| of the account in one instrument, working orders counted at their worst. */
  readonly maxNetLots: Lots
  /** long + short of the account in one instrument, working opening orders counted. */
  readonly maxGrossLots: Lots
  /** Furthest that a price may lie beyond the other side's best, as a share of it. */
  readonly collarRatio: number
  /** New orders in any second; the next one is refused. */
  readonly ordersPerSecond: number
  /** Orders and cancels in any second. */
  readonly messagesPerSecond: number
  /** The day's loss (a positive number of fen) at which the account halts. */
  readonly maxDailyLoss: Fen
  /** Instruments that may be traded; `*` as the only entry means any. */
  readonly allowed: readonly (Symbol | '*')[]
}

/** Careful figures for an account that nobody configured. */
export const DEFAULT_LIMITS: RiskLimits = {
  maxOrderLots: 10 as Lots,
  maxOrderNotional: 2_000_000_000 as Fen,
  maxNetLots: 20 as Lots,
  maxGrossLots: 40 as Lots,
  collarRatio: 0.01,
  ordersPerSecond: 5,
  messagesPerSecond: 9,
  maxDailyLoss: 10_000_000 as Fen,
  allowed: ['*'],
}
