import type { Account } from '../contracts/index.ts'
import type { Fen } from '../domain/index.ts'

/** What of an account follows from its money. */
export interface AccountFigures {
  /** Of the day: closed and open profit less fees. */
  readonly result: Fen
  /** Margin as a share of the balance: at 1 nothing is left. NaN where there is no balance. */
  readonly riskRatio: number
  /** The day's loss as a share of its limit, 0 on a day of profit; NaN without a limit. */
  readonly lossUsed: number
}

export function accountFigures(account: Account, maxDailyLoss: Fen): AccountFigures {
  const { closeProfit, positionProfit, fees, margin, balance } = account
  const result = (closeProfit + positionProfit - fees) as Fen
  return {
    result,
    riskRatio: balance > 0 ? margin / balance : NaN,
    lossUsed: maxDailyLoss > 0 ? Math.max(0, -result) / maxDailyLoss : NaN,
  }
}
