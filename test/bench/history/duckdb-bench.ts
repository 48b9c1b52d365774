import { join } from 'node:path'
import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api'
import { DuckDBInstance, DuckDBTimestampValue } from '@duckdb/node-api'
import { openDuckdb } from '../../../src/adapters/history/index.ts'
import type { Cell, Tape } from '../../../src/core/history/index.ts'
import { cellsOf, TABLES } from '../../../src/core/history/index.ts'
import type { History } from '../../../src/core/ports/index.ts'
import type { Tick } from './bench-rows.ts'
import { pieces } from './bench-rows.ts'
import type { BenchedStore, Stretch } from './benched-store.ts'
import { charted } from './benched-store.ts'

/** A DuckDB file of its own; history and plain client open it by turns, since one alone can. */
export function duckdbBench(folder: string): BenchedStore {
  const file = join(folder, 'history.duckdb')
  let open: History | undefined
  const bare = async <Value>(work: (line: DuckDBConnection) => Promise<Value>): Promise<Value> => {
    await open?.close()
    open = undefined
    const instance = await DuckDBInstance.create(file, { memory_limit: '512MB', threads: '2' })
    const line = await instance.connect()
    try {
      return await work(line)
    } finally {
      line.closeSync()
      instance.closeSync()
    }
  }
  return {
    history: () => (open ??= openDuckdb({ file })),
    plain: (rows, batch) => bare((line) => plain(line, rows, batch)),
    copy: ({ mode, profile, runId }: Tape, days) =>
      bare(async (line) => {
        await line.run(
          'INSERT INTO market_ticks SELECT t.ts + to_days(d.n::INTEGER), t.* EXCLUDE (ts) ' +
            `FROM market_ticks t, range(1, ${days} + 1) d(n) WHERE mode = $1 AND profile = $2 ` +
            'AND run_id = $3 ORDER BY 1',
          [mode, profile, runId],
        )
      }),
    bareChart: (stretch, rounds) =>
      bare((line) =>
        charted(rounds, async () => {
          const reader = await line.runAndReadAll(chart(stretch))
          return reader.getRowsJS().length
        }),
      ),
    end: async () => {
      await open?.close()
    },
  }
}

function chart({ tape, symbol, from, to, width }: Stretch): string {
  const { mode, profile, runId } = tape
  return (
    `SELECT (epoch_us(ts) - ${from}) // ${width} b, arg_min(last, ts), max(last), min(last), ` +
    `arg_max(last, ts), count(last) FROM market_ticks WHERE mode = '${mode}' AND ` +
    `profile = '${profile}' AND run_id = '${runId}' AND symbol = '${symbol}' AND ` +
    `ts >= make_timestamp(${from}) AND ts < make_timestamp(${to}) GROUP BY b ORDER BY b`
  )
}

/** The appender as its own page shows it. */
async function plain(
  line: DuckDBConnection,
  rows: readonly Tick[],
  batch: number,
): Promise<number> {
  const begun = performance.now()
  for (const group of pieces(rows, batch)) {
    const appender = await line.createAppender('market_ticks')
    for (const row of group) append(appender, cellsOf(row))
    appender.closeSync()
  }
  return (performance.now() - begun) / 1000
}

const COLUMNS = Object.entries(TABLES.market_ticks.columns)

function append(appender: DuckDBAppender, cells: Readonly<Record<string, Cell>>): void {
  for (const [name, kind] of COLUMNS) {
    const cell = cells[name]
    if (typeof cell === 'string') appender.appendVarchar(cell)
    else if (typeof cell !== 'number' || Number.isNaN(cell)) appender.appendNull()
    else if (kind === 'double') appender.appendDouble(cell)
    else if (kind === 'int') appender.appendInteger(cell)
    else if (kind === 'long') appender.appendBigInt(BigInt(cell))
    else appender.appendTimestamp(new DuckDBTimestampValue(BigInt(cell)))
  }
  appender.endRow()
}
