import { count, dateAndTime, money, result } from './figures.ts'
import type { TerminalView } from './view.ts'
import { isBegun } from './view.ts'

/** The view in one line, for output that is no terminal. */
export function statusLine(view: TerminalView): string {
  const { account } = view
  if (!isBegun(view)) return `starting: ${conditions(view)}`
  return [
    dateAndTime(view.now),
    view.mode,
    view.state === 'active' ? view.state : `${view.state} (${view.reason})`,
    `${count(view.ticks)} ticks (${count(view.ticksPerSecond)}/s)`,
    `${count(view.orders)} orders`,
    `${count(view.fillCount)} fills`,
    `day P&L ${result(account.dayResult)}`,
    `balance ${money(account.balance)}`,
  ].join('  ')
}

function conditions({ processes }: TerminalView): string {
  return processes.map(({ name, condition }) => `${name} ${condition}`).join(', ')
}
