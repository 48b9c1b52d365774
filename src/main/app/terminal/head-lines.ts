import { count, dateAndTime, money, result } from './figures.ts'
import type { Line, Style } from './styled-text.ts'
import { faded, fitted, span, widthOf } from './styled-text.ts'
import type { TerminalView } from './view.ts'
import { isBegun } from './view.ts'

/**
 * Mode, state and time on the first line, money on the second; below, where there is need, why
 * trading does not go on, and which process is not well.
 */
export function headLines(view: TerminalView, width: number): readonly Line[] {
  if (!isBegun(view)) return startingLines(view, width)
  const { account } = view
  const active = view.state === 'active'
  const keys = keysText(view, width)
  const first: Line = [
    span(` ${view.mode.toUpperCase()}${speedText(view)} `, 'calm'),
    span(` ${view.state.toUpperCase()} `, active ? 'strong' : 'alarm'),
    span(` ${dateAndTime(view.now)}`),
    span(`  day ${view.tradingDay}`, 'faint'),
    span(`  ${count(view.ticksPerSecond)} ticks/s`),
    ...(view.profile === 'default' ? [] : [span(`  ${view.profile}`, 'faint')]),
  ]
  const second: Line = [
    span(` balance ${money(account.balance)}`),
    span(`  free ${money(account.available)}`),
    span('  day P&L '),
    span(result(account.dayResult), rising(account.dayResult)),
    span(`  fees ${money(account.fees)}`),
  ]
  const counts: Line = [
    span(
      `${count(view.ticks)} ticks  ${count(view.orders)} orders  ${count(view.fillCount)} fills `,
    ),
  ]
  return [
    [...fitted(first, width - keys.length), span(keys, 'faint')],
    spread(view.stale ? faded(second) : second, counts, width),
    ...(active ? [] : [[span(` ${view.reason}`, 'strong')]]),
    ...view.trouble.map((text): Line => [span(` ${text} `, 'alarm')]),
  ]
}

/** Nobody has said yet how the account stands. */
function startingLines({ mode, profile }: TerminalView, width: number): readonly Line[] {
  const first = [span(` ${mode.toUpperCase()} `, 'calm'), span(` starting ${profile}`)]
  return [[...fitted(first, width - QUIT.length), span(QUIT, 'faint')]]
}

const QUIT = ' q quit '

/** The keys that matter now; a narrow terminal shows figures rather than what stops trading. */
function keysText({ mode, state, cause }: TerminalView, width: number): string {
  if (mode === 'replay') return QUIT
  if (cause === 'mismatch') return ' a accept  q quit '
  if (state === 'halted') return ' u unlock  q quit '
  return width < 100 ? QUIT : ' h halt  f flatten  q quit '
}

/** Red when money was won, green when it was lost. */
export function rising(amount: number): Style {
  return amount > 0 ? 'up' : amount < 0 ? 'down' : 'plain'
}

function speedText({ mode, speed }: TerminalView): string {
  if (mode !== 'replay') return ''
  return speed === Infinity ? ' max' : ` ×${speed}`
}

/** One text at the left edge, another at the right; where they do not fit the right one goes. */
function spread(left: Line, right: Line, width: number): Line {
  const room = width - widthOf(right)
  return widthOf(left) <= room ? [...fitted(left, room), ...right] : left
}
