import type { Mode } from '../../../core/contracts/index.ts'
import type { Fen } from '../../../core/domain/index.ts'
import type { Replica } from '../../../core/replica/index.ts'
import { accountOf } from '../../../core/state/index.ts'
import type { TerminalView } from '../terminal/view.ts'
import type { RunCounts } from './run-counts.ts'

export interface Shown {
  readonly mode: Mode
  readonly profile: string
  readonly speed: number
  readonly ticksPerSecond: number
  readonly counts: RunCounts
}

/** The account as the terminal shows it now. */
export function viewOfWorkers(replica: Replica, shown: Shown): TerminalView {
  const { state, session, log } = replica
  const { mode, profile, speed, ticksPerSecond, counts } = shown
  const { balance, available, closeProfit, positionProfit, fees } = accountOf(state, session.at)
  const { state: trading, cause, reason } = state.trading
  return {
    mode,
    profile,
    state: trading,
    cause,
    reason,
    now: session.at,
    tradingDay: state.tradingDay,
    speed,
    ticks: counts.ticks,
    ticksPerSecond,
    orders: counts.orders,
    fillCount: counts.fills,
    account: {
      balance,
      available,
      dayResult: (closeProfit + positionProfit - fees) as Fen,
      fees,
    },
    books: [],
    positions: [],
    working: [],
    fills: [],
    messages: log.lines.toReversed(),
    trouble: [],
    stale: false,
    processes: [],
    latencies: [],
    stores: [],
  }
}
