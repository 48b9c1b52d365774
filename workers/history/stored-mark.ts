import type { Failure } from '../../src/core/contracts/index.ts'
import type { Micros, Price, Result, TradingDay } from '../../src/core/domain/index.ts'
import { ok } from '../../src/core/domain/index.ts'
import type { Tape } from '../../src/core/history/index.ts'
import type { History } from '../../src/core/ports/index.ts'
import type { Mark } from './dates.ts'

/** How long newer ticks wait for the store to say what it has, in ms. */
const WITHIN = 1500

/** The last tick of a contract that is stored; undefined where there is none. */
export async function storedMark(
  history: Pick<History, 'query'>,
  tape: Tape,
  symbol: string,
): Promise<Result<Mark | undefined, Failure>> {
  const kind = 'last-ticks'
  const found = await history.query({ kind, tape, symbol, count: 1, deadlineMillis: WITHIN })
  if (!found.ok) return found
  const { columns, rows } = found.value
  const [row] = rows
  if (row === undefined) return ok(undefined)
  const at = (column: string): number => Number(row[columns.indexOf(column)])
  return ok({
    at: at('ts') as Micros,
    feedSeq: at('feed_seq'),
    volume: at('volume'),
    open: NaN as Price,
    preSettlement: NaN as Price,
    day: at('trading_day') as TradingDay,
  })
}
