import type { Mode } from '../../contracts/index.ts'
import type { Instrument, Price, Ticks } from '../../domain/index.ts'
import { NO_PRICE, priceOf } from '../../domain/index.ts'
import type { Tape } from '../question.ts'

/** What begins every row: when it was, on which tape, on which trading day. */
export interface RowHead {
  readonly ts: number
  readonly mode: Mode
  readonly profile: string
  readonly run_id: string
  readonly trading_day: number
}

export function rowHead({ mode, profile, runId }: Tape, ts: number, tradingDay: number): RowHead {
  return { ts, mode, profile, run_id: runId, trading_day: tradingDay }
}

/** The real price of so many ticks; NaN stays NaN. */
export function realPrice(instrument: Instrument, ticks: Ticks): Price {
  return Number.isNaN(ticks) ? NO_PRICE : priceOf(instrument, ticks)
}
