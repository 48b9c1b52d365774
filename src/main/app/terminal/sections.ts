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
  return { title: [span(head, 'faint')], rows: orNone(positions.map(positionLine)), least: 4 }
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
  return {
    title: [span('working orders', 'faint')],
    rows: orNone(working.map(orderLine)),
    least: 2,
  }
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
  return { title: [span('fills', 'faint')], rows: orNone(fills.map(fillLine)), least: 3 }
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

const STAMP = 9

/** Long messages go on in the next rows. */
export function messageSection({ messages }: TerminalView, width: number): Section {
  const rows = messages.flatMap((message) => messageLines(message, width))
  return { title: [span('messages', 'faint')], rows, least: 3 }
}

function messageLines({ at, ok, text }: MessageView, width: number): readonly Line[] {
  const style = ok ? 'plain' : 'strong'
  return wrapped(text, Math.max(20, width - STAMP)).map((part, index) => [
    span(index === 0 ? `${timeOfDay(at)} ` : ' '.repeat(STAMP), 'faint'),
    span(part, style),
  ])
}

/** Breaks between words; a word that is longer than the width is cut. */
function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let rest = text
  while (rest.length > width) {
    const space = rest.lastIndexOf(' ', width)
    const end = space > width / 2 ? space : width
    lines.push(rest.slice(0, end))
    rest = rest.slice(end).trimStart()
  }
  return [...lines, rest]
}

/** An empty list says so. */
function orNone(rows: readonly Line[]): readonly Line[] {
  return rows.length > 0 ? rows : [[span('none', 'faint')]]
}

function sideSpan(side: Side): Span {
  return span(column(side, 5), side === 'buy' ? 'up' : 'down')
}

/** Filled or cut to a width, with one space behind it. */
export function column(text: string, width: number): string {
  return text.slice(0, width - 1).padEnd(width)
}
