import type { ColumnKind, Table } from './column.ts'
import type { QuestionKind } from './question.ts'
import { TABLES } from './tables.ts'

/** Columns of an answer and what they hold, in their order. */
export type AnswerColumns = Readonly<Record<string, ColumnKind>>

const TICKS = without(TABLES.market_ticks, 'mode', 'profile', 'run_id', 'symbol')
const BARS = without(TABLES.bars, 'mode', 'profile', 'run_id', 'symbol', 'period')

/**
 * What an answer holds, by question: the columns of the table under their own names, without those
 * that the question names already. `ts` of a stretch of time is its beginning.
 */
export const ANSWER_COLUMNS: Readonly<Record<QuestionKind, AnswerColumns>> = {
  'last-ticks': TICKS,
  ticks: TICKS,
  bars: BARS,
  'stored-bars': BARS,
  chart: {
    ts: 'time',
    open: 'double',
    high: 'double',
    low: 'double',
    close: 'double',
    ticks: 'int',
  },
  fills: ofTape(TABLES.fills),
  positions: ofTape(TABLES.positions),
  orders: ofTape(TABLES.orders),
  'order-events': without(TABLES.orders, 'mode', 'profile', 'run_id', 'order_id'),
  latest: {
    symbol: 'contract',
    ts: 'time',
    trading_day: 'int',
    feed_seq: 'int',
    last: 'double',
    volume: 'long',
    turnover: 'double',
    open_interest: 'long',
    bid_price1: 'double',
    bid_volume1: 'int',
    ask_price1: 'double',
    ask_volume1: 'int',
  },
  account: ofTape(TABLES.account_snapshots),
  signals: without(TABLES.signals, 'mode', 'profile', 'run_id', 'owner'),
  decisions: without(TABLES.decisions, 'mode', 'profile', 'run_id', 'owner'),
  acks: ofTape(TABLES.acks),
  settlements: ofTape(TABLES.settlements),
  coverage: { symbol: 'contract', trading_day: 'int', first: 'time', final: 'time', ticks: 'int' },
  tapes: {
    mode: 'mode',
    profile: 'symbol',
    run_id: 'symbol',
    trading_day: 'int',
    first: 'time',
    final: 'time',
    ticks: 'int',
  },
}

function ofTape(table: Table): AnswerColumns {
  return without(table, 'mode', 'profile', 'run_id')
}

function without({ columns }: Table, ...names: readonly string[]): AnswerColumns {
  return Object.fromEntries(Object.entries(columns).filter(([name]) => !names.includes(name)))
}
