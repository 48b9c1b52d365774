import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { mergeByTime, openRecordings, readQuotes } from '../../../src/adapters/recordings/index.ts'
import type { InstrumentId } from '../../../src/core/domain/index.ts'
import { seeded } from '../../../src/core/domain/index.ts'
import type { Row, RowOf, Tape } from '../../../src/core/history/index.ts'
import { tickRow } from '../../../src/core/history/index.ts'
import { resolveSymbol } from '../../adapters/recordings/samples.ts'
import { AT, rowFixture } from '../../core/history/row-fixture.ts'

export const SYMBOLS = ['SHFE.ag2012', 'SHFE.cu2010', 'DCE.m2101'] as const

const SECOND = 1_000_000
/** Ticks of the made-up market lie within so much time from `AT` on. */
export const SPAN = { from: AT, to: AT + 1_000 * SECOND }

const recordings = process.env['GHTRADER_TEST_DATA'] ?? resolve('../shared/data')
const hour = join(recordings, 'shfe_l5_20200821', 'feed_a')

/** Empty; or why tests on real ticks cannot run, for the end of a title. */
export const NO_RECORDINGS = existsSync(hour)
  ? ''
  : ` (SKIPPED: no recordings at ${recordings}, set GHTRADER_TEST_DATA)`

/** Every tick of some contracts in the recorded hour, in the order of the feed. */
export async function recordedTicks(
  tape: Tape,
  symbols: readonly string[],
): Promise<readonly RowOf<'market_ticks'>[]> {
  const paths = symbols.map((symbol) => join(hour, `${symbol}.csv.gz`))
  const names: string[] = []
  const opened = await openRecordings(paths, {
    resolveSymbol,
    instrumentId: (symbol) => (names.push(symbol) - 1) as InstrumentId,
  })
  if (!opened.ok) throw new Error(opened.error.message)
  const rows: RowOf<'market_ticks'>[] = []
  const readings = opened.value.recordings.map((recording) => readQuotes(recording))
  for await (const chunk of mergeByTime(readings)) {
    for (const quote of chunk) rows.push(tickRow(tape, 20200821, names[quote.instrument]!, quote))
  }
  return rows
}

/**
 * A market of three contracts over the turn of a trading day, seeded: ties in time, absent prices
 * and totals, a quiet contract; in order of the feed.
 */
export function madeUpTicks(tape: Tape, seed: number): readonly RowOf<'market_ticks'>[] {
  const random = seeded(seed)
  const rows: RowOf<'market_ticks'>[] = []
  const totals = SYMBOLS.map(() => ({ volume: 0, last: 6_000, at: 0, feedSeq: 0 }))
  let at = AT
  for (let count = 0; count < 1_500; count++) {
    at += random.next() < 0.3 ? 0 : Math.floor(random.next() * 1_200_000)
    const index = Math.floor(random.next() ** 2 * SYMBOLS.length)
    const total = totals[index]!
    const isNextDay = at >= AT + 500 * SECOND
    if (isNextDay && total.at < AT + 500 * SECOND) total.volume = 0
    total.feedSeq = total.at === at ? total.feedSeq + 1 : 0
    total.at = at
    total.volume += Math.floor(random.next() * 5)
    total.last += Math.floor(random.next() * 3) - 1
    const isQuoted = random.next() > 0.05
    rows.push(
      rowFixture('market_ticks', {
        ...columnsOf(tape),
        ts: at,
        trading_day: isNextDay ? 20200824 : 20200821,
        symbol: SYMBOLS[index]!,
        feed_seq: total.feedSeq,
        recv_ts: at + 250,
        last: isQuoted ? total.last : NaN,
        volume: total.volume,
        turnover: total.volume * 1.5,
        open_interest: 10_000 + count,
        bid_price1: total.last - 0.2,
        bid_volume1: Math.floor(random.next() * 9),
        ask_price1: NaN,
      }),
    )
  }
  return rows
}

/** Rows of all the other tables, a few each, with ties where an order must decide. */
export function madeUpBooks(tape: Tape): readonly Row[] {
  const head = columnsOf(tape)
  const rows: Row[] = []
  for (let n = 0; n < 12; n++) {
    const ts = AT + Math.floor(n / 2) * SECOND
    const owner = ['alpha', 'beta', 'hand'][n % 3]!
    const symbol = SYMBOLS[n % 2]!
    const at = { ...head, ts, trading_day: 20200821 }
    rows.push(
      rowFixture('bars', { ...at, symbol, period: 60, open: n, close: n + 0.1, volume: n }),
      rowFixture('bars', { ...at, symbol, period: 300, open: -n, ticks: n }),
      rowFixture('orders', {
        ...at,
        owner,
        symbol,
        order_id: `o${n % 5}`,
        event_no: Math.floor(n / 5),
        side: 'buy',
        offset_flag: 'open',
        price: 6_000 + n,
        volume: 3,
        filled: n % 3,
        status: n % 2 === 0 ? 'working' : 'filled',
        note: n === 3 ? 'a, "b"=c\n\\' : '',
      }),
      rowFixture('fills', {
        ...at,
        owner,
        symbol,
        order_id: `o${n % 5}`,
        fill_id: `f${n}`,
        side: 'sell',
        offset_flag: 'close',
        price: 6_000.2 + n,
        volume: 1,
        commission: n / 3,
      }),
      rowFixture('positions', { ...at, owner, symbol, long_today: n, target: n % 4 || NaN }),
      rowFixture('account_snapshots', { ...at, balance: 1e7 + n / 7, margin: n }),
      rowFixture('signals', {
        ...at,
        owner,
        symbol,
        kind: 'prediction',
        epoch: 1,
        event_no: n % 2,
        value: n / 9,
        model: 'm1',
        detail: '0.1 0.2',
      }),
      rowFixture('decisions', {
        ...at,
        owner,
        symbol,
        epoch: 1,
        event_no: n % 2,
        tick_ts: ts - 1,
        tick_feed_seq: n,
        features: [n, NaN, 0.1],
        probabilities: n === 5 ? [] : [0.2, 0.8],
        target: -n,
        model: 'm1',
        reason: '为什么',
        intent_id: `i${n}`,
      }),
      rowFixture('settlements', { ...at, owner, symbol, price: 6_001, profit: n - 3 }),
      rowFixture('acks', { ...at, owner, command_id: `c${n}`, verdict: 'refused', code: 'risk' }),
    )
  }
  return rows
}

export function columnsOf({ mode, profile, runId }: Tape): {
  readonly mode: Tape['mode']
  readonly profile: string
  readonly run_id: string
} {
  return { mode, profile, run_id: runId }
}
