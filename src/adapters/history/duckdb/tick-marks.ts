import type { DuckDBConnection } from '@duckdb/node-api'
import type { RowOf } from '../../../core/history/index.ts'
import { joined } from '../../../core/history/index.ts'
import { textOf } from '../sql/cells.ts'

interface Mark {
  readonly ts: number
  readonly feedSeq: number
}

type Tick = RowOf<'market_ticks'>

/** How far the ticks of every contract of every tape go that are stored. */
export class TickMarks {
  #marks = new Map<string, Mark>()

  /** Reads them from the table. */
  async load(connection: DuckDBConnection): Promise<void> {
    const found = await connection.runAndReadAll(
      'SELECT mode, profile, run_id, symbol, epoch_us(max(ts)), arg_max(feed_seq, (ts, feed_seq)) ' +
        'FROM market_ticks GROUP BY ALL',
    )
    this.#marks = new Map(
      found.getRowsJS().map((row) => {
        const [ts, feedSeq] = [Number(row[4]), Number(row[5])]
        return [joined(row.slice(0, 4).map(textOf)), { ts, feedSeq }]
      }),
    )
  }

  /**
   * Tells ticks that lie behind all stored ones of their contract, which is the rule, from those
   * that may be there already. The marks go on with `passed`, once the ticks are stored.
   */
  split(ticks: readonly Tick[]): {
    readonly fresh: readonly Tick[]
    readonly perhapsStored: readonly Tick[]
    readonly passed: () => void
  } {
    const reached = new Map<string, Mark>()
    const fresh: Tick[] = []
    const perhapsStored: Tick[] = []
    for (const tick of ticks) {
      const key = joined([tick.mode, tick.profile, tick.run_id, tick.symbol])
      const mark = reached.get(key) ?? this.#marks.get(key)
      if (mark === undefined || isBehind(tick, mark)) {
        reached.set(key, { ts: tick.ts, feedSeq: tick.feed_seq })
        fresh.push(tick)
      } else perhapsStored.push(tick)
    }
    const passed = (): void => {
      for (const [key, mark] of reached) this.#marks.set(key, mark)
    }
    return { fresh, perhapsStored, passed }
  }
}

function isBehind(tick: Tick, mark: Mark): boolean {
  return tick.ts > mark.ts || (tick.ts === mark.ts && tick.feed_seq > mark.feedSeq)
}
