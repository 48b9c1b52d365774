import type { Table } from './column.ts'

/** Begins every table. `run_id` is empty but in replay and backtest. */
const TAPE = {
  ts: 'time',
  mode: 'mode',
  profile: 'symbol',
  run_id: 'symbol',
  /** yyyymmdd by the session calendar, so that a night belongs to the day that it opens. */
  trading_day: 'int',
} as const

const LEVELS = {
  bid_price1: 'double',
  bid_volume1: 'int',
  ask_price1: 'double',
  ask_volume1: 'int',
  bid_price2: 'double',
  bid_volume2: 'int',
  ask_price2: 'double',
  ask_volume2: 'int',
  bid_price3: 'double',
  bid_volume3: 'int',
  ask_price3: 'double',
  ask_volume3: 'int',
  bid_price4: 'double',
  bid_volume4: 'int',
  ask_price4: 'double',
  ask_volume4: 'int',
  bid_price5: 'double',
  bid_volume5: 'int',
  ask_price5: 'double',
  ask_volume5: 'int',
} as const satisfies Table['columns']

const ORDER = {
  symbol: 'contract',
  side: 'symbol',
  offset_flag: 'symbol',
  price: 'double',
  volume: 'int',
} as const

/**
 * The ten tables of a history, the same in every store. A *tape* is the rows of one mode, profile
 * and run; with the time it begins every key, so that tapes never mix and a resend is harmless.
 */
export const TABLES = {
  /** `feed_seq` = index among the rows of equal tape, symbol and time, counted from the feed. */
  market_ticks: {
    columns: {
      ...TAPE,
      symbol: 'contract',
      feed_seq: 'int',
      recv_ts: 'time',
      last: 'double',
      /** Since the trading day began. */
      volume: 'long',
      turnover: 'double',
      open_interest: 'long',
      ...LEVELS,
    },
    key: ['symbol', 'feed_seq'],
    part: 'DAY',
  },
  /** Time is the beginning of the bar; `period` in seconds. */
  bars: {
    columns: {
      ...TAPE,
      symbol: 'contract',
      period: 'int',
      open: 'double',
      high: 'double',
      low: 'double',
      close: 'double',
      volume: 'long',
      turnover: 'double',
      open_interest: 'long',
      ticks: 'int',
    },
    key: ['symbol', 'period'],
    part: 'MONTH',
  },
  /** One row an event of an order; `event_no` counts them within the order. */
  orders: {
    columns: {
      ...TAPE,
      owner: 'symbol',
      order_id: 'text',
      event_no: 'int',
      intent_id: 'text',
      ...ORDER,
      filled: 'int',
      status: 'symbol',
      note: 'text',
    },
    key: ['order_id', 'event_no'],
    part: 'MONTH',
  },
  /** Own executions. Venues give both sides of a self-trade one id, so the order is in the key. */
  fills: {
    columns: {
      ...TAPE,
      owner: 'symbol',
      order_id: 'text',
      fill_id: 'text',
      ...ORDER,
      commission: 'double',
    },
    key: ['order_id', 'fill_id'],
    part: 'MONTH',
  },
  /** One row a change of what an owner holds; `target` = the net lots it wants. */
  positions: {
    columns: {
      ...TAPE,
      owner: 'symbol',
      symbol: 'contract',
      long_today: 'int',
      long_history: 'int',
      short_today: 'int',
      short_history: 'int',
      long_price: 'double',
      short_price: 'double',
      target: 'int',
    },
    key: ['owner', 'symbol'],
    part: 'MONTH',
  },
  /** CNY. */
  account_snapshots: {
    columns: {
      ...TAPE,
      balance: 'double',
      available: 'double',
      margin: 'double',
      frozen: 'double',
      close_profit: 'double',
      position_profit: 'double',
      commission: 'double',
    },
    key: [],
    part: 'MONTH',
  },
  /** `event_no` = index among rows that agree in the rest of the key. */
  signals: {
    columns: {
      ...TAPE,
      owner: 'symbol',
      symbol: 'contract',
      kind: 'symbol',
      epoch: 'int',
      event_no: 'int',
      value: 'double',
      model: 'symbol',
      detail: 'text',
    },
    key: ['owner', 'symbol', 'kind', 'epoch', 'event_no'],
    part: 'DAY',
  },
  /** `tick_ts` and `tick_feed_seq` name the tick that was used. */
  decisions: {
    columns: {
      ...TAPE,
      owner: 'symbol',
      symbol: 'contract',
      epoch: 'int',
      event_no: 'int',
      tick_ts: 'time',
      tick_feed_seq: 'int',
      model: 'symbol',
      features: 'doubles',
      probabilities: 'doubles',
      target: 'int',
      reason: 'text',
      intent_id: 'text',
    },
    key: ['owner', 'symbol', 'epoch', 'event_no'],
    part: 'DAY',
  },
  /** Time is the end of the trading day, so that a second settlement overwrites; owner '' = all. */
  settlements: {
    columns: {
      ...TAPE,
      owner: 'symbol',
      symbol: 'contract',
      price: 'double',
      long_lots: 'int',
      short_lots: 'int',
      profit: 'double',
      commission: 'double',
    },
    key: ['owner', 'symbol'],
    part: 'MONTH',
  },
  /** `verdict`: accepted, refused, expired. A refused command leaves no other row. */
  acks: {
    columns: {
      ...TAPE,
      owner: 'symbol',
      command_id: 'text',
      command: 'symbol',
      verdict: 'symbol',
      code: 'symbol',
      note: 'text',
    },
    key: ['owner', 'command_id', 'verdict'],
    part: 'MONTH',
  },
} as const satisfies Readonly<Record<string, Table>>
