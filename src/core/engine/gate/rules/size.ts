import { explained } from '../../../contracts/index.ts'
import { notional } from '../../../domain/index.ts'
import { availableFunds, openingNeeds, positionOf, workingOrders } from '../../../state/index.ts'
import type { Rule } from './rule.ts'

export const orderSize: Rule = ({ ticket, instrument, limits }) => {
  const { volume } = ticket
  if (!Number.isSafeInteger(volume) || volume <= 0) {
    return explained('risk.size/volume', { volume })
  }
  const most = ticket.kind === 'market' ? instrument.maxMarketLots : instrument.maxLimitLots
  if (!(volume <= most)) {
    return explained('risk.size/instrument', { symbol: instrument.symbol, most })
  }
  if (!(volume <= limits.maxOrderLots)) {
    return explained('risk.size/account', { volume, most: limits.maxOrderLots })
  }
  return undefined
}

export const orderNotional: Rule = ({ ticket, instrument, quote, limits }) => {
  const price =
    ticket.kind === 'market'
      ? Math.round(((quote?.last ?? NaN) * instrument.tickScale) / instrument.tickUnits)
      : ticket.limit
  const value = notional(instrument, price as typeof ticket.limit, ticket.volume)
  return value <= limits.maxOrderNotional
    ? undefined
    : explained('risk.notional/value', {
        value: value / 100,
        most: limits.maxOrderNotional / 100,
      })
}

/** |long − short| of the account, every working order on the same side taken as filled. */
export const netPosition: Rule = ({ ticket, instrument, limits }, { state }) => {
  const exposure = state.exposures[instrument.id]
  const net = exposure === undefined ? 0 : exposure.long - exposure.short
  let worst = ticket.volume as number
  for (const order of workingOrders(state, instrument.id)) {
    if (order.side === ticket.side) worst += order.volume - order.filled
  }
  const reached = ticket.side === 'buy' ? net + worst : net - worst
  const lowers = reached * net >= 0 && Math.abs(reached) < Math.abs(net)
  if (Math.abs(reached) <= limits.maxNetLots || lowers) return undefined
  return explained('risk.net-position/reach', { reached, most: limits.maxNetLots })
}

/** long + short of the account, every working opening order taken as filled. */
export const grossPosition: Rule = ({ ticket, instrument, limits }, { state }) => {
  if (ticket.offset !== 'open') return undefined
  const exposure = state.exposures[instrument.id]
  let worst = ticket.volume + (exposure === undefined ? 0 : exposure.long + exposure.short)
  for (const order of workingOrders(state, instrument.id)) {
    if (order.offset === 'open') worst += order.volume - order.filled
  }
  return worst <= limits.maxGrossLots
    ? undefined
    : explained('risk.gross-position/reach', { reached: worst, most: limits.maxGrossLots })
}

/** A closing order closes lots of its own owner that no other working order is closing. */
export const closeVolume: Rule = ({ ticket, instrument, owner }, { state }) => {
  if (ticket.offset === 'open') return undefined
  const position = positionOf(state, owner, instrument.id)
  const closesLong = ticket.side === 'sell'
  const today = (closesLong ? position.longToday : position.shortToday).lots
  const history = (closesLong ? position.longHistory : position.shortHistory).lots
  const explicit = instrument.closeRule === 'explicit'
  let free: number = explicit ? (ticket.offset === 'closeToday' ? today : history) : today + history
  for (const order of workingOrders(state, instrument.id)) {
    if (order.owner !== owner || order.side !== ticket.side || order.offset === 'open') continue
    if (!explicit || order.offset === ticket.offset) free -= order.volume - order.filled
  }
  if (!explicit && ticket.offset === 'closeToday') {
    return explained('risk.kind/today', { exchange: instrument.exchange })
  }
  if (ticket.volume <= free) return undefined
  const values = { volume: ticket.volume, free }
  return ticket.offset === 'closeToday'
    ? explained('risk.close-volume/free-today', values)
    : explained('risk.close-volume/free', values)
}

/** Margin and fee of an opening order fit into what is available. */
export const funds: Rule = ({ ticket }, { state }) => {
  if (ticket.offset !== 'open') return undefined
  const needs = openingNeeds(state, { ...ticket, filled: 0 as typeof ticket.volume })
  const free = availableFunds(state)
  if (Number.isNaN(free)) {
    return explained('risk.funds/unvalued')
  }
  return needs <= free
    ? undefined
    : explained('risk.funds/needs', { needs: needs / 100, free: free / 100 })
}
