import type { Fen, Micros } from '../../../core/domain/index.ts'
import type { RunSummary } from '../summary/index.ts'
import { holdings } from '../summary/index.ts'
import type { Assembly } from './assembly.ts'
import { balanceAt } from './assembly.ts'

export interface SummaryRequest {
  readonly startAt: Micros
  /** Balance that profit and loss of the run are counted from; NaN for the account's first. */
  readonly startBalance: Fen
  /** Wall seconds that the run took. */
  readonly took: number
}

/** What a run was, from the books as they stand. */
export function summaryOf(assembly: Assembly, request: SummaryRequest): RunSummary {
  const { instance, gateway, observer, hash, driver } = assembly
  const { mode, profile, folder } = instance
  const { ticks, orders, cancels, fills, fees } = observer
  return {
    ...request,
    mode,
    profile,
    folder,
    endAt: driver.now,
    tradingDay: gateway.state.tradingDay,
    ticks,
    orders,
    cancels,
    fills,
    fees: fees as Fen,
    balance: balanceAt(assembly, driver.now) as Fen,
    holdings: holdings(gateway.state),
    trading: gateway.state.trading,
    log: { messages: hash.count, hash: hash.digest() },
  }
}
