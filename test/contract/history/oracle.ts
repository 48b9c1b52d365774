import type { Bar, Micros, Quote } from '../../../src/core/domain/index.ts'
import { barStart, createBarBuilder, createQuote } from '../../../src/core/domain/index.ts'
import type {
  Answer,
  Cell,
  Question,
  QuestionOf,
  Row,
  RowOf,
  TableName,
} from '../../../src/core/history/index.ts'
import { ANSWER_COLUMNS, cellsOf, keyTextOf } from '../../../src/core/history/index.ts'
import { instrumentFixture } from '../../core/instrument-fixture.ts'

/**
 * The answer that every store has to give, told by plain loops over the rows that were sent; of
 * rows with the same key the last one only, see `distinct`.
 */
export function expectedAnswer(sent: readonly Row[], question: Question): Answer {
  const rows = answerRows(sent, question)
  const limit = question.rows ?? 10_000
  return {
    columns: Object.keys(ANSWER_COLUMNS[question.kind]),
    rows: rows.slice(0, limit),
    capped: rows.length > limit,
  }
}

type Rows = readonly (readonly Cell[])[]
type Tick = RowOf<'market_ticks'>

/** Of rows with the same key the last one. */
export function distinct(sent: readonly Row[]): readonly Row[] {
  return [...new Map(sent.map((row) => [keyTextOf(row) + row.table, row])).values()]
}

function answerRows(all: readonly Row[], question: Question): Rows {
  const from = (table: TableName, ...order: readonly string[]): readonly Row[] =>
    sorted(
      all.filter((row) => row.table === table && isOf(row, question)),
      order,
    )
  const ticks = (): readonly Tick[] => from('market_ticks', 'ts', 'feed_seq') as readonly Tick[]
  const told = (rows: readonly Row[]): Rows => rows.map((row) => cellsIn(row, question))
  switch (question.kind) {
    case 'last-ticks':
      return told(ticks().slice(-question.count))
    case 'ticks':
      return told(ticks())
    case 'bars': {
      const earlier = { ...question, from: 0 }
      const known = all.filter((row) => row.table === 'market_ticks' && isOf(row, earlier))
      return bars(sorted(known, ['ts', 'feed_seq']) as readonly Tick[], question)
    }
    case 'stored-bars':
      return told(
        from('bars', 'ts').filter((row) => cellsOf(row)['period'] === question.length / 1e6),
      )
    case 'chart':
      return chart(ticks(), question)
    case 'fills':
      return told(from('fills', 'ts', 'order_id', 'fill_id'))
    case 'positions':
      return told(sorted(lastOf(from('positions', 'ts'), 'owner', 'symbol'), ['owner', 'symbol']))
    case 'orders':
      return told(sorted(lastOf(from('orders', 'ts', 'event_no'), 'order_id'), ['order_id']))
    case 'order-events':
      return told(from('orders', 'ts', 'event_no'))
    case 'latest':
      return told(sorted(lastOf(ticks(), 'symbol'), ['symbol']))
    case 'account':
      return told(from('account_snapshots', 'ts'))
    case 'signals':
      return told(from('signals', 'ts', 'symbol', 'kind', 'epoch', 'event_no'))
    case 'decisions':
      return told(from('decisions', 'ts', 'symbol', 'epoch', 'event_no'))
    case 'acks':
      return told(from('acks', 'ts', 'owner', 'command_id', 'verdict'))
    case 'settlements':
      return told(from('settlements', 'ts', 'owner', 'symbol'))
    case 'coverage':
      return counted(ticks(), 'symbol', 'trading_day')
    case 'tapes':
      return counted(ticks(), 'mode', 'profile', 'run_id', 'trading_day')
  }
}

/** Whether a row is one that a question is about, but for what is special to it. */
function isOf(row: Row, question: Question): boolean {
  const asked = question as unknown as Readonly<Record<string, Cell>>
  const cells = cellsOf(row)
  const named = { symbol: 'symbol', owner: 'owner', order_id: 'orderId' }
  for (const [column, field] of Object.entries(named)) {
    if (asked[field] !== undefined && cells[column] !== asked[field]) return false
  }
  if ('tape' in question) {
    const { mode, profile, runId } = question.tape
    if (row.mode !== mode || row.profile !== profile || row.run_id !== runId) return false
  }
  return row.ts >= Number(asked['from'] ?? 0) && row.ts < Number(asked['to'] ?? Infinity)
}

function cellsIn(row: Row, { kind }: Question): readonly Cell[] {
  const cells = cellsOf(row)
  return Object.keys(ANSWER_COLUMNS[kind]).map((column) => plain(cells[column]!))
}

/** Infinities are absent, and zero has one sign. */
function plain(cell: Cell): Cell {
  if (typeof cell === 'string') return cell
  if (typeof cell !== 'number') return cell.map((value) => plain(value) as number)
  return Number.isFinite(cell) ? cell + 0 : NaN
}

function sorted(rows: readonly Row[], order: readonly string[]): readonly Row[] {
  return [...rows].sort((one, other) => {
    for (const column of order) {
      const [a, b] = [cellsOf(one)[column]!, cellsOf(other)[column]!]
      if (a !== b) return a < b ? -1 : 1
    }
    return 0
  })
}

/** The last row of each group, of rows in order of time. */
function lastOf(rows: readonly Row[], ...by: readonly string[]): readonly Row[] {
  const last = new Map<string, Row>()
  for (const row of rows) last.set(by.map((column) => cellsOf(row)[column]).join('\n'), row)
  return [...last.values()]
}

function counted(ticks: readonly Tick[], ...by: readonly string[]): Rows {
  const groups = new Map<string, Tick[]>()
  for (const tick of sorted(ticks, by) as readonly Tick[]) {
    const key = by.map((column) => cellsOf(tick)[column]).join('\n')
    groups.set(key, [...(groups.get(key) ?? []), tick])
  }
  return Array.from(groups.values(), (group) => {
    const times = group.map(({ ts }) => ts)
    const named = by.map((column) => cellsOf(group[0]!)[column]!)
    return [...named, Math.min(...times), Math.max(...times), group.length]
  })
}

function chart(ticks: readonly Tick[], { from, to, buckets }: QuestionOf<'chart'>): Rows {
  const width = Math.max(1, Math.ceil((to - from) / buckets))
  const groups = new Map<number, number[]>()
  for (const { ts, last } of ticks) {
    if (Number.isNaN(last)) continue
    const start = from + Math.floor((ts - from) / width) * width
    groups.set(start, [...(groups.get(start) ?? []), last])
  }
  return Array.from(groups, ([start, prices]) => {
    const ends = [prices[0]!, Math.max(...prices), Math.min(...prices), prices.at(-1)!]
    return [start, ...ends, prices.length]
  })
}

/**
 * By the core's own builder, from the very first tick on, so that totals are known. `from` must be
 * the beginning of a bar, or no tick lie before it.
 */
function bars(ticks: readonly Tick[], { from, length }: QuestionOf<'bars'>): Rows {
  const builder = createBarBuilder(instrumentFixture(), length)
  const made: Bar[] = []
  for (const tick of ticks) {
    const bar = builder.update(quoteOf(tick))
    if (bar !== undefined) made.push(bar)
  }
  const last = builder.current()
  if (last !== undefined) made.push(last)
  return made
    .filter(({ start }) => start + length > from)
    .map((bar) => {
      const { start, open, high, low, close, volume, turnover, openInterest } = bar
      const day = ticks.findLast(({ ts }) => barStart(ts as Micros, length) === start)
      const prices = [open, high, low, close]
      return [start, day!.trading_day, ...prices, volume, turnover, openInterest, bar.ticks]
    })
}

/** A quote whose opening price tells the trading day, which is how the builder sees it turn. */
function quoteOf(tick: Tick): Quote {
  const { ts, recv_ts, feed_seq, last, volume, turnover, open_interest, trading_day } = tick
  const figures = [0, ts, recv_ts, feed_seq, last, volume, turnover, open_interest, trading_day]
  const absent = [NaN, NaN, NaN, NaN, NaN]
  const args = [...figures, ...absent, absent, absent, absent, absent]
  return createQuote(...(args as unknown as Parameters<typeof createQuote>))
}
