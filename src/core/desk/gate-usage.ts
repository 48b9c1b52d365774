import type { Fen, Instrument, Micros } from '../domain/index.ts'
import { MICROS_PER_SECOND, isFinal, longLots, shortLots } from '../domain/index.ts'
import type { State } from '../state/index.ts'
import { accountOf, workingOrders } from '../state/index.ts'

/** How much of a bound is used. `money` in fen, `lots`, `count` a second. */
export interface Usage {
  readonly rule: 'daily-loss' | 'net' | 'gross' | 'orders' | 'messages'
  readonly unit: 'money' | 'lots' | 'count'
  /** The instrument that uses most of it; empty of rules of the account. */
  readonly symbol: string
  readonly now: number
  readonly limit: number
}

/** @param at session time. */
export function gateUsage(state: State, at: Micros): readonly Usage[] {
  const { limits } = state
  const [net, gross] = mostUsed(state)
  const sent = sentWithin(state, at)
  return [
    {
      rule: 'daily-loss',
      unit: 'money',
      symbol: '',
      now: lossOf(state, at),
      limit: limits.maxDailyLoss,
    },
    { rule: 'net', unit: 'lots', symbol: net.symbol, now: net.lots, limit: limits.maxNetLots },
    {
      rule: 'gross',
      unit: 'lots',
      symbol: gross.symbol,
      now: gross.lots,
      limit: limits.maxGrossLots,
    },
    { rule: 'orders', unit: 'count', symbol: '', now: sent.orders, limit: limits.ordersPerSecond },
    {
      rule: 'messages',
      unit: 'count',
      symbol: '',
      now: sent.messages,
      limit: limits.messagesPerSecond,
    },
  ]
}

/** The day's loss as a positive number of fen; 0 on a day of profit. */
function lossOf(state: State, at: Micros): Fen {
  const { balance, staticBalance } = accountOf(state, at)
  return Math.max(0, staticBalance - balance) as Fen
}

interface Most {
  readonly symbol: string
  readonly lots: number
}

/** Working orders counted at their worst, as the gate does. */
function mostUsed(state: State): readonly [Most, Most] {
  let net: Most = { symbol: '', lots: 0 }
  let gross: Most = { symbol: '', lots: 0 }
  for (const instrument of state.instruments) {
    if (instrument === undefined) continue
    const held = heldIn(state, instrument)
    if (held.net > net.lots) net = { symbol: instrument.symbol, lots: held.net }
    if (held.gross > gross.lots) gross = { symbol: instrument.symbol, lots: held.gross }
  }
  return [net, gross]
}

function heldIn(state: State, { id }: Instrument): { net: number; gross: number } {
  let [long, short] = [0, 0]
  for (const positions of state.positions) {
    const position = positions?.[id]
    if (position === undefined) continue
    long += longLots(position)
    short += shortLots(position)
  }
  let [buying, selling, opening] = [0, 0, 0]
  for (const order of workingOrders(state, id)) {
    const left = order.volume - order.filled
    if (order.side === 'buy') buying += left
    else selling += left
    if (order.offset === 'open') opening += left
  }
  const net = Math.max(Math.abs(long - short + buying), Math.abs(long - short - selling))
  return { net, gross: long + short + opening }
}

function sentWithin(state: State, at: Micros): { orders: number; messages: number } {
  let [orders, messages] = [0, 0]
  for (const order of state.orders.values()) {
    const isNew = at - order.createdAt < MICROS_PER_SECOND
    const changed = at - order.updatedAt < MICROS_PER_SECOND
    if (isNew) orders++
    if (isNew) messages++
    const ended = order.cancelling || (isFinal(order.status) && order.status === 'cancelled')
    if (changed && ended) messages++
  }
  return { orders, messages }
}
