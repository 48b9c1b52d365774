import type { Fen, Micros } from '../../../core/domain/index.ts'
import { count, dateAndTime, money, result } from '../terminal/figures.ts'
import type { Assembly } from './assembly.ts'
import { balanceAt } from './assembly.ts'
import { holdings } from './recovered.ts'

export interface SummaryRequest {
  readonly startAt: Micros
  /** Balance that profit and loss of the run are counted from; NaN for the account's first. */
  readonly startBalance: Fen
  /** Wall seconds that the run took. */
  readonly took: number
}

/** What a run was, in lines for a person; all but the last line is the same for equal replays. */
export function summaryLines(assembly: Assembly, request: SummaryRequest): readonly string[] {
  const { instance, gateway, observer, hash, driver } = assembly
  const { trading } = gateway.state
  const balance = balanceAt(assembly, driver.now)
  const profit = (balance - request.startBalance) as Fen
  const rows: [string, string][] = [
    ['from', dateAndTime(request.startAt)],
    ['until', `${dateAndTime(driver.now)}, trading day ${gateway.state.tradingDay}`],
    ['ticks', count(observer.ticks)],
    ['orders', `${count(observer.orders)} (${count(observer.cancels)} cancels)`],
    ['fills', count(observer.fills)],
    ['fees', `${money(observer.fees as Fen)} CNY`],
    ['P&L', `${result(profit)} CNY, fees taken off`],
    ['balance', `${money(balance as Fen)} CNY`],
    ['position', holdings(gateway.state)],
    ['state', trading.state === 'active' ? 'active' : `${trading.state}: ${trading.reason}`],
    ['log', `${count(hash.count)} messages, sha256 ${hash.digest()}`],
  ]
  const speed = request.took > 0 ? observer.ticks / request.took : 0
  return [
    `${instance.mode} of the profile ${instance.profile}`,
    ...rows.map(([name, value]) => `  ${name.padEnd(9)} ${value}`),
    `  took      ${request.took.toFixed(1)} s, ${count(speed)} ticks a second; kept in ${instance.folder}`,
  ]
}
