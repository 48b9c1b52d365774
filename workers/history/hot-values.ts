import type { Account, FillFact } from '../../src/core/contracts/index.ts'
import type { Instrument, Order, Position, Quote, Ticks } from '../../src/core/domain/index.ts'
import { longLots, netLots, priceOf, shortLots, yuan } from '../../src/core/domain/index.ts'

/*
 * What other programs read from the hot store, as JSON: real prices and CNY, times in epoch µs,
 * null where something is absent. New fields may come; none changes its meaning.
 */

export function quoteValue({ symbol }: Instrument, quote: Quote) {
  const { at, received, feedSeq, last, volume, turnover, openInterest } = quote
  const { open, high, low, upperLimit, lowerLimit, preSettlement } = quote
  const { bidPrices, bidVolumes, askPrices, askVolumes } = quote
  const totals = { last, volume, turnover, openInterest }
  const day = { open, high, low, upperLimit, lowerLimit, preSettlement }
  const levels = { bidPrices, bidVolumes, askPrices, askVolumes }
  return { symbol, at, received, feedSeq, ...totals, ...day, ...levels }
}

export function orderValue(instrument: Instrument, owner: string, order: Order) {
  const { id, intent, side, offset, kind, volume, filled, status, cancelling, reason } = order
  const { createdAt, updatedAt } = order
  const terms = { id, intent, owner, symbol: instrument.symbol, side, offset, kind }
  const limit = realPrice(instrument, order.limit)
  return { ...terms, limit, volume, filled, status, cancelling, reason, createdAt, updatedAt }
}

export function positionValue(
  { symbol }: Instrument,
  owner: string,
  position: Position,
  target: number,
) {
  const { longToday, longHistory, shortToday, shortHistory } = position
  return {
    owner,
    symbol,
    net: netLots(position),
    long: longLots(position),
    short: shortLots(position),
    longToday: longToday.lots,
    longHistory: longHistory.lots,
    shortToday: shortToday.lots,
    shortHistory: shortHistory.lots,
    target,
  }
}

export function accountValue(account: Account): Readonly<Record<string, number>> {
  const { at, tradingDay } = account
  const money = { balance: account.balance, available: account.available, margin: account.margin }
  const day = {
    frozen: account.frozen,
    closeProfit: account.closeProfit,
    positionProfit: account.positionProfit,
    fees: account.fees,
    staticBalance: account.staticBalance,
  }
  const value: Record<string, number> = { at, tradingDay }
  for (const [name, fen] of Object.entries({ ...money, ...day })) value[name] = yuan(fen)
  return value
}

export function fillValue(instrument: Instrument, owner: string, { fill, fee }: FillFact) {
  const { id, order, side, offset, volume, at } = fill
  const price = realPrice(instrument, fill.price)
  return {
    id,
    order,
    owner,
    symbol: instrument.symbol,
    side,
    offset,
    price,
    volume,
    at,
    fee: yuan(fee),
  }
}

function realPrice(instrument: Instrument, ticks: Ticks): number {
  return Number.isNaN(ticks) ? NaN : priceOf(instrument, ticks)
}
