import type { Mode, StateFact } from '../../../core/contracts/index.ts'
import { sayingText } from '../../../core/contracts/index.ts'
import type { Fen, Micros, TradingDay } from '../../../core/domain/index.ts'
import { count, dateAndTime, money, result } from '../terminal/figures.ts'

/** What a run was. */
export interface RunSummary {
  readonly mode: Mode
  readonly profile: string
  /** Where its books are kept. */
  readonly folder: string
  readonly startAt: Micros
  readonly endAt: Micros
  readonly tradingDay: TradingDay
  readonly ticks: number
  readonly orders: number
  readonly cancels: number
  readonly fills: number
  readonly fees: Fen
  /** Balance that profit and loss are counted from. */
  readonly startBalance: Fen
  readonly balance: Fen
  /** Every position in words. */
  readonly holdings: string
  readonly trading: StateFact
  /** What passed the gateway; undefined where it was not counted. */
  readonly log: { readonly messages: number; readonly hash: string } | undefined
  /** Wall seconds. */
  readonly took: number
}

/** The run in lines for a person; all but the last line is the same for equal replays. */
export function summaryLines(run: RunSummary): readonly string[] {
  const { trading, log, took } = run
  const profit = (run.balance - run.startBalance) as Fen
  const rows: [string, string][] = [
    ['from', dateAndTime(run.startAt)],
    ['until', `${dateAndTime(run.endAt)}, trading day ${run.tradingDay}`],
    ['ticks', count(run.ticks)],
    ['orders', `${count(run.orders)} (${count(run.cancels)} cancels)`],
    ['fills', count(run.fills)],
    ['fees', `${money(run.fees)} CNY`],
    ['P&L', `${result(profit)} CNY, fees taken off`],
    ['balance', `${money(run.balance)} CNY`],
    ['position', run.holdings],
    [
      'state',
      trading.state === 'active' ? 'active' : `${trading.state}: ${sayingText(trading.reason)}`,
    ],
  ]
  if (log !== undefined) rows.push(['log', `${count(log.messages)} messages, sha256 ${log.hash}`])
  const speed = count(took > 0 ? run.ticks / took : 0)
  rows.push(['took', `${took.toFixed(1)} s, ${speed} ticks a second; kept in ${run.folder}`])
  return [
    `${run.mode} of the profile ${run.profile}`,
    ...rows.map(([name, value]) => `  ${name.padEnd(9)} ${value}`),
  ]
}
