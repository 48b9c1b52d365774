import { explained } from '../../../contracts/index.ts'
import type { Order } from '../../../domain/index.ts'
import { MICROS_PER_SECOND } from '../../../domain/index.ts'
import { workingOrders } from '../../../state/index.ts'
import type { Ticket } from '../request.ts'
import type { Rule } from './rule.ts'

/** Every bound is a number: a limit that is missing or NaN refuses everything. */
export const knownLimits: Rule = ({ limits }) => {
  const name =
    wrong(limits.maxOrderLots, 'maxOrderLots') ??
    wrong(limits.maxOrderNotional, 'maxOrderNotional') ??
    wrong(limits.maxNetLots, 'maxNetLots') ??
    wrong(limits.maxGrossLots, 'maxGrossLots') ??
    wrong(limits.collarRatio, 'collarRatio') ??
    wrong(limits.ordersPerSecond, 'ordersPerSecond') ??
    wrong(limits.messagesPerSecond, 'messagesPerSecond') ??
    wrong(limits.maxDailyLoss, 'maxDailyLoss') ??
    (Array.isArray(limits.allowed) ? undefined : 'allowed')
  if (name === undefined) return undefined
  return explained('risk.limits/missing', { limit: name })
}

function wrong(bound: unknown, name: string): string | undefined {
  return typeof bound === 'number' && bound >= 0 ? undefined : name
}

/** Money that is missing or NaN refuses everything. */
export const knownAccount: Rule = (_request, { state }) => {
  const { staticBalance, closeProfit, fees } = state.money
  const balance = staticBalance + closeProfit - fees + state.openProfit
  return Number.isFinite(balance) ? undefined : explained('risk.account/balance', { balance })
}

/** The day's loss, open profit included, since the day's first balance. */
export const dailyLoss: Rule = ({ ticket, limits }, { state }) => {
  if (ticket.offset !== 'open') return undefined
  const { closeProfit, fees } = state.money
  const result = closeProfit + state.openProfit - fees
  return result > -limits.maxDailyLoss
    ? undefined
    : explained('risk.daily-loss/reached', { result: result / 100 })
}

/** New orders of the last second; the excess is refused, never kept for later. */
export const throttle: Rule = ({ limits, now }, view) =>
  view.orderFits(limits, now)
    ? undefined
    : explained('risk.throttle/most', {
        orders: limits.ordersPerSecond,
        messages: limits.messagesPerSecond,
      })

/** One intent makes one order, ever; equal content waits until the first one is answered. */
export const noDuplicate: Rule = ({ ticket, instrument, now }, { state }) => {
  if (state.intents.has(ticket.intent) || state.orders.has(ticket.id)) {
    return explained('risk.duplicate/intent', { intent: ticket.intent })
  }
  for (const order of workingOrders(state, instrument.id)) {
    if (sameContent(order, ticket) && now - order.createdAt < MICROS_PER_SECOND) {
      return explained('risk.duplicate/equal', { order: order.id })
    }
  }
  return undefined
}

function sameContent(order: Order, ticket: Ticket): boolean {
  return (
    (order.status === 'pending' || order.status === 'unknown') &&
    order.owner === ticket.owner &&
    order.side === ticket.side &&
    order.offset === ticket.offset &&
    order.kind === ticket.kind &&
    order.volume === ticket.volume &&
    Object.is(order.limit, ticket.limit)
  )
}

/** The account does not trade with itself: no order may meet a working one of the other side. */
export const noSelfTrade: Rule = ({ ticket, instrument }, { state }) => {
  for (const order of workingOrders(state, instrument.id)) {
    if (order.side === ticket.side) continue
    const bid = ticket.side === 'buy' ? ticket.limit : order.limit
    const ask = ticket.side === 'buy' ? order.limit : ticket.limit
    if (!(bid < ask)) {
      return explained('risk.self-trade/own', { order: order.id })
    }
  }
  return undefined
}
