import type { Side } from '../../../core/domain/index.ts'
import { money, result, timeOfDay } from './figures.ts'
import { rising } from './head-lines.ts'
import type { Section } from './section.ts'
import type { Line, Span } from './styled-text.ts'
import { span } from './styled-text.ts'
import type { FillView, MessageView, OrderView, PositionView, TerminalView } from './view.ts'

const OWNER = 9
const SYMBOL = 13

export function positionSection({ positions }: TerminalView): Section {
  const head = `${column('position', OWNER)}${column('', SYMBOL)}    long  today    short  today   open P&L`
  return { title: [span(head, 'faint')], rows: positions.map(positionLine), least: 4 }
}

function positionLine(view: PositionView): Line {
  const { owner, symbol, longToday, longHistory, shortToday, shortHistory, openProfit } = view
  const side = (today: number, history: number): Span[] => {
    const all = today + history
    return [
      span(String(all).padStart(8), all > 0 ? 'strong' : 'faint'),
      span(String(today).padStart(7)),
    ]
  }
  return [
    span(column(owner, OWNER)),
    span(column(symbol, SYMBOL)),
    ...side(longToday, longHistory),
    span('  '),
    ...side(shortToday, shortHistory),
    span(result(openProfit).padStart(11), rising(openProfit)),
  ]
}

export function orderSection({ working }: TerminalView): Section {
  const rows = working.length > 0 ? working.map(orderLine) : [[span('none', 'faint')]]
  return { title: [span('working orders', 'faint')], rows, least: 2 }
}

function orderLine(view: OrderView): Line {
  const { owner, symbol, side, offset, kind, price, filled, volume, status, cancelling } = view
  return [
    span(column(owner, OWNER)),
    span(column(symbol, SYMBOL)),
    sideSpan(side),
    span(`${column(offset, 11)}${column(kind, 7)}${price.padStart(10)}`),
    span(` ${filled}/${volume}`.padEnd(9)),
    span(cancelling ? 'cancelling' : status, status === 'unknown' ? 'alarm' : 'plain'),
  ]
}

export function fillSection({ fills }: TerminalView): Section {
  return { title: [span('fills', 'faint')], rows: fills.map(fillLine), least: 3 }
}

function fillLine(view: FillView): Line {
  const { at, owner, symbol, side, offset, price, volume, fee } = view
  return [
    span(`${timeOfDay(at)} `, 'faint'),
    span(column(owner, OWNER)),
    span(column(symbol, SYMBOL)),
    sideSpan(side),
    span(`${column(offset, 11)}${String(volume).padStart(4)} @ ${price.padEnd(10)}`),
    span(`fee ${money(fee)}`, 'faint'),
  ]
}

export function messageSection({ messages }: TerminalView): Section {
  return { title: [span('messages', 'faint')], rows: messages.map(messageLine), least: 2 }
}

function messageLine({ at, ok, text }: MessageView): Line {
  return [span(`${timeOfDay(at)} `, 'faint'), span(text, ok ? 'plain' : 'strong')]
}

function sideSpan(side: Side): Span {
  return span(column(side, 5), side === 'buy' ? 'up' : 'down')
}

/** Filled or cut to a width, with one space behind it. */
function column(text: string, width: number): string {
  return text.slice(0, width - 1).padEnd(width)
}
