import { Client } from 'pg'
import { Sender } from '@questdb/nodejs-client'
import { cellsOf } from '../../../src/core/history/index.ts'
import { historyOn, settled } from '../../contract/history/stores.ts'
import type { QuestdbServer } from '../../servers/index.ts'
import { startQuestdb } from '../../servers/index.ts'
import type { Tick } from './bench-rows.ts'
import { pieces } from './bench-rows.ts'
import type { BenchedStore, Stretch } from './benched-store.ts'
import { charted } from './benched-store.ts'

/** A QuestDB of its own, with its plain client beside the history. */
export async function questdbBench(): Promise<BenchedStore> {
  const server = await startQuestdb()
  const history = historyOn(server)
  const client = new Client({
    host: '127.0.0.1',
    port: server.pgPort,
    user: 'admin',
    password: 'quest',
    database: 'qdb',
  })
  await client.connect()
  return {
    history: () => history,
    plain: (rows, batch) => plain(server, rows, batch),
    copy: async ({ mode, profile, runId }, days) => {
      await settled(server)
      await client.query(
        `INSERT INTO market_ticks SELECT dateadd('d', x::int, ts), ${COLUMNS} ` +
          `FROM market_ticks CROSS JOIN (SELECT x FROM long_sequence(${days})) WHERE mode = $1 ` +
          'AND profile = $2 AND run_id = $3',
        [mode, profile, runId],
      )
      await settled(server)
    },
    bareChart: (stretch, rounds) =>
      charted(rounds, async () => {
        const found = await client.query({ text: chart(stretch), rowMode: 'array' })
        return found.rows.length
      }),
    end: async () => {
      await client.end()
      await history.close()
      await server.stop()
    },
  }
}

const LEVELS = [1, 2, 3, 4, 5].flatMap((level) =>
  ['bid_price', 'bid_volume', 'ask_price', 'ask_volume'].map((name) => `${name}${level}`),
)
const NUMBERS = ['last', 'volume', 'turnover', 'open_interest', ...LEVELS]
const COLUMNS = `mode, profile, run_id, trading_day, symbol, feed_seq, recv_ts, ${NUMBERS.join(', ')}`
function chart({ tape, symbol, from, to, width }: Stretch): string {
  const { mode, profile, runId } = tape
  return (
    `SELECT (ts::long - ${from}) / ${width} b, first(last), max(last), min(last), last(last), ` +
    `count() FROM market_ticks WHERE mode = '${mode}' AND profile = '${profile}' AND ` +
    `run_id = '${runId}' AND symbol = '${symbol}' AND ts >= ${from}::timestamp AND ` +
    `ts < ${to}::timestamp GROUP BY b ORDER BY b`
  )
}

/** The client as its own page shows it: a row, a time, a flush now and then. */
async function plain(
  { httpPort }: QuestdbServer,
  rows: readonly Tick[],
  batch: number,
): Promise<number> {
  const settings = `http::addr=127.0.0.1:${httpPort};auto_flush=off;stdlib_http=on;`
  const sender = await Sender.fromConfig(`${settings}protocol_version=2;`)
  const begun = performance.now()
  for (const group of pieces(rows, batch)) {
    for (const row of group) {
      const cells = cellsOf(row)
      sender
        .table('market_ticks')
        .symbol('mode', row.mode)
        .symbol('profile', row.profile)
        .symbol('run_id', row.run_id)
        .symbol('symbol', row.symbol)
        .intColumn('trading_day', row.trading_day)
        .intColumn('feed_seq', row.feed_seq)
        .timestampColumn('recv_ts', row.recv_ts, 'us')
      for (const name of NUMBERS) {
        const value = cells[name]
        if (typeof value !== 'number' || Number.isNaN(value)) continue
        if (WHOLE.has(name)) sender.intColumn(name, value)
        else sender.floatColumn(name, value)
      }
      await sender.at(row.ts, 'us')
    }
    await sender.flush()
  }
  const seconds = (performance.now() - begun) / 1000
  await sender.close()
  return seconds
}

const WHOLE: ReadonlySet<string> = new Set(
  NUMBERS.filter((name) => /volume|open_interest/.test(name)),
)
