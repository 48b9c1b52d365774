import type { Account, AckFact, FillFact } from '../../contracts/index.ts'
import type { Bucket, Instrument, Lots, Order, Position, Ticks } from '../../domain/index.ts'
import { priceOf, yuan } from '../../domain/index.ts'
import type { RowOf } from '../row.ts'
import type { RowHead } from './context.ts'
import { realPrice } from './context.ts'

/** An order as it stood after one of its events. */
export function orderRow(
  head: RowHead,
  owner: string,
  instrument: Instrument,
  order: Order,
  eventNo: number,
): RowOf<'orders'> {
  return {
    table: 'orders',
    ...head,
    owner,
    order_id: order.id,
    event_no: eventNo,
    intent_id: order.intent,
    symbol: instrument.symbol,
    side: order.side,
    offset_flag: order.offset,
    price: realPrice(instrument, order.limit),
    volume: order.volume,
    filled: order.filled,
    status: order.status,
    note: order.reason,
  }
}

export function fillRow(
  head: RowHead,
  owner: string,
  instrument: Instrument,
  { fill, fee }: FillFact,
): RowOf<'fills'> {
  return {
    table: 'fills',
    ...head,
    owner,
    order_id: fill.order,
    fill_id: fill.id,
    symbol: instrument.symbol,
    side: fill.side,
    offset_flag: fill.offset,
    price: realPrice(instrument, fill.price),
    volume: fill.volume,
    commission: yuan(fee),
  }
}

/** @param target net lots that the owner wants; NaN where it wants nothing in particular. */
export function positionRow(
  head: RowHead,
  owner: string,
  instrument: Instrument,
  position: Position,
  target: Lots,
): RowOf<'positions'> {
  const { longToday, longHistory, shortToday, shortHistory } = position
  return {
    table: 'positions',
    ...head,
    owner,
    symbol: instrument.symbol,
    long_today: longToday.lots,
    long_history: longHistory.lots,
    short_today: shortToday.lots,
    short_history: shortHistory.lots,
    long_price: meanPrice(instrument, longToday, longHistory),
    short_price: meanPrice(instrument, shortToday, shortHistory),
    target,
  }
}

/** What the lots of both ages stand at; NaN without lots. */
function meanPrice(instrument: Instrument, today: Bucket, history: Bucket): number {
  const mean = (today.cost + history.cost) / (today.lots + history.lots)
  return Number.isFinite(mean) ? priceOf(instrument, mean as Ticks) : NaN
}

/** CNY. */
export function accountRow(head: RowHead, account: Account): RowOf<'account_snapshots'> {
  return {
    table: 'account_snapshots',
    ...head,
    balance: yuan(account.balance),
    available: yuan(account.available),
    margin: yuan(account.margin),
    frozen: yuan(account.frozen),
    close_profit: yuan(account.closeProfit),
    position_profit: yuan(account.positionProfit),
    commission: yuan(account.fees),
  }
}

export function ackRow(head: RowHead, ack: AckFact): RowOf<'acks'> {
  return {
    table: 'acks',
    ...head,
    owner: ack.sender,
    command_id: ack.command,
    command: ack.commandKind,
    verdict: ack.outcome,
    code: ack.code,
    note: ack.message,
  }
}
