import type { Failure } from '../../src/core/contracts/index.ts'
import type { Result, TradingDay } from '../../src/core/domain/index.ts'
import { ok } from '../../src/core/domain/index.ts'
import type { Answer, StoredEvent, StoredFee, Tape } from '../../src/core/history/index.ts'
import { MOST_ROWS } from '../../src/core/history/index.ts'
import type { History } from '../../src/core/ports/index.ts'

/** What an earlier life of this process wrote of the orders that the gateway still knows. */
export interface StoredBooks {
  readonly orders: readonly StoredEvent[]
  readonly fees: readonly StoredFee[]
}

const LATEST = Number.MAX_SAFE_INTEGER

/**
 * @param from when the first of the orders was made.
 * @param day whose fees are wanted.
 */
export async function storedBooks(
  history: Pick<History, 'query'>,
  tape: Tape,
  from: number,
  day: TradingDay,
): Promise<Result<StoredBooks, Failure>> {
  const rows = MOST_ROWS
  const orders = await history.query({ kind: 'orders', tape, from, rows })
  if (!orders.ok) return orders
  const fills = await history.query({ kind: 'fills', tape, from, to: LATEST, rows })
  if (!fills.ok) return fills
  return ok({ orders: eventsOf(orders.value), fees: feesOf(fills.value, day) })
}

function eventsOf({ columns, rows }: Answer): readonly StoredEvent[] {
  const [order, number, ts, status, filled] = placesOf(columns, EVENT)
  return rows.map((row) => ({
    orderId: String(row[order!]),
    eventNo: Number(row[number!]),
    ts: Number(row[ts!]),
    status: String(row[status!]),
    filled: Number(row[filled!]),
  }))
}

function feesOf({ columns, rows }: Answer, day: TradingDay): readonly StoredFee[] {
  const [owner, symbol, fill, commission, tradingDay] = placesOf(columns, FEE)
  return rows
    .filter((row) => row[tradingDay!] === day)
    .map((row) => ({
      owner: String(row[owner!]),
      symbol: String(row[symbol!]),
      fillId: String(row[fill!]),
      commission: Number(row[commission!]),
    }))
}

const EVENT = ['order_id', 'event_no', 'ts', 'status', 'filled']
const FEE = ['owner', 'symbol', 'fill_id', 'commission', 'trading_day']

function placesOf(columns: readonly string[], names: readonly string[]): readonly number[] {
  return names.map((name) => columns.indexOf(name))
}
