import { failure } from '../../../contracts/index.ts'
import { notional } from '../../../domain/index.ts'
import { availableFunds, openingNeeds, positionOf, workingOrders } from '../../../state/index.ts'
import type { Rule } from './rule.ts'

export const orderSize: Rule = ({ ticket, instrument, limits }) => {
  const { volume } = ticket
  if (!Number.isSafeInteger(volume) || volume <= 0) {
    return failure(
      'risk.size',
      `the volume must be a whole, positive number of lots, was ${volume}`,
    )
  }
  const most = ticket.kind === 'market' ? instrument.maxMarketLots : instrument.maxLimitLots
  if (!(volume <= most)) {
    return failure('risk.size', `${instrument.symbol} takes at most ${most} lots an order`)
  }
  if (!(volume <= limits.maxOrderLots)) {
    return failure(
      'risk.size',
      `${volume} lots exceed the account's ${limits.maxOrderLots} an order`,
    )
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
    : failure(
        'risk.notional',
        `the order's value of ${value / 100} CNY exceeds ${limits.maxOrderNotional / 100}`,
      )
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
  return failure(
    'risk.net-position',
    `the net position could reach ${reached} lots; the limit is ${limits.maxNetLots}`,
  )
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
    : failure(
        'risk.gross-position',
        `the gross position could reach ${worst} lots; the limit is ${limits.maxGrossLots}`,
      )
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
    return failure('risk.kind', `${instrument.exchange} does not tell today's lots from older ones`)
  }
  return ticket.volume <= free
    ? undefined
    : failure(
        'risk.close-volume',
        `${ticket.volume} lots to close, ${free} ${ticket.offset === 'closeToday' ? "of today's " : ''}` +
          'are free to be closed',
      )
}

/** Margin and fee of an opening order fit into what is available. */
export const funds: Rule = ({ ticket }, { state }) => {
  if (ticket.offset !== 'open') return undefined
  const needs = openingNeeds(state, { ...ticket, filled: 0 as typeof ticket.volume })
  const free = availableFunds(state)
  if (Number.isNaN(free)) {
    return failure('risk.funds', 'a working market order cannot be valued until a quote comes')
  }
  return needs <= free
    ? undefined
    : failure('risk.funds', `the order needs ${needs / 100} CNY, ${free / 100} are available`)
}
