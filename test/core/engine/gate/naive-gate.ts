import type { Instrument, Order, Side } from '../../../../src/core/domain/index.ts'
import type { GateCase } from '../fixture/gate.ts'

/**
 * Whether the numbers of an order break a limit, reckoned anew: every working order and every lot
 * is listed one by one, prices are compared as whole numbers, and nothing of the gate is used.
 */
export function breaksLimits(given: GateCase, collarThousandths: number): boolean {
  const { ticket, state } = given
  const { limits } = state
  const instrument = state.instruments[ticket.instrument]!
  const quote = state.quotes[ticket.instrument]!
  const { volume, limit } = ticket
  if (!(Number.isInteger(volume) && volume >= 1)) return true
  if (volume > limits.maxOrderLots || volume > instrument.maxLimitLots) return true
  if (!(Number.isInteger(limit) && limit >= 1)) return true
  if (limit > quote.upperLimit || limit < quote.lowerLimit) return true
  const best = (ticket.side === 'buy' ? quote.askPrices : quote.bidPrices)[0]!
  const reference = Number.isNaN(best) ? quote.last : best
  if (!(reference > 0)) return true
  const beyond = ticket.side === 'buy' ? limit - reference : reference - limit
  if (beyond * 1_000 > collarThousandths * reference) return true
  if (limit * volume * instrument.tickValue > limits.maxOrderNotional) return true
  return breaksPosition(given, instrument) || lacksFunds(given, instrument)
}

/** One entry a lot that could still fill. */
function lotsUnderWay(orders: readonly Order[]): { side: Side; order: Order }[] {
  return orders.flatMap((order) =>
    Array.from({ length: order.volume - order.filled }, () => ({ side: order.side, order })),
  )
}

function breaksPosition({ ticket, state }: GateCase, instrument: Instrument): boolean {
  const { limits } = state
  const held = state.positions.flatMap((row) => row?.[instrument.id] ?? [])
  const sum = (pick: (position: (typeof held)[number]) => number) =>
    held.map(pick).reduce((a, b) => a + b, 0)
  const long = sum((each) => each.longToday.lots + each.longHistory.lots)
  const short = sum((each) => each.shortToday.lots + each.shortHistory.lots)
  const waiting = lotsUnderWay(state.working[instrument.id] ?? [])
  const sameSide = waiting.filter(({ side }) => side === ticket.side).length + ticket.volume
  const net = long - short
  const worst = ticket.side === 'buy' ? net + sameSide : net - sameSide
  const nearer = Math.sign(worst) !== -Math.sign(net) && Math.abs(worst) < Math.abs(net)
  if (Math.abs(worst) > limits.maxNetLots && !nearer) return true
  const opening = waiting.filter(({ order }) => order.offset === 'open').length
  if (ticket.offset === 'open') {
    return long + short + opening + ticket.volume > limits.maxGrossLots
  }
  const own = held.find(({ owner }) => owner === ticket.owner)
  if (own === undefined) return true
  const [today, history] =
    ticket.side === 'sell'
      ? [own.longToday.lots, own.longHistory.lots]
      : [own.shortToday.lots, own.shortHistory.lots]
  const closing = waiting.filter(
    ({ side, order }) =>
      side === ticket.side && order.owner === ticket.owner && order.offset !== 'open',
  )
  if (instrument.closeRule === 'oldest-first') {
    return ticket.offset === 'closeToday' || ticket.volume > today + history - closing.length
  }
  const same = closing.filter(({ order }) => order.offset === ticket.offset).length
  return ticket.volume > (ticket.offset === 'closeToday' ? today : history) - same
}

/** Lots stand at 5,000 in these cases, and the ratios of the fixtures are exact in a double. */
function lacksFunds({ ticket, state }: GateCase, instrument: Instrument): boolean {
  if (ticket.offset !== 'open') return false
  const lot = (price: number, side: Side) =>
    price * instrument.tickValue * (side === 'buy' ? 0.125 : 0.25)
  let used = ticket.volume * 300 + Math.round(ticket.volume * lot(ticket.limit, ticket.side))
  for (const row of state.positions) {
    for (const each of row ?? []) {
      if (each === undefined) continue
      used += (each.longToday.lots + each.longHistory.lots) * lot(5_000, 'buy')
      used += (each.shortToday.lots + each.shortHistory.lots) * lot(5_000, 'sell')
    }
  }
  for (const order of state.working.flat()) {
    if (order.offset !== 'open') continue
    const left = order.volume - order.filled
    used += left * 300 + Math.round(left * lot(order.limit, order.side))
  }
  return used > state.money.staticBalance + state.openProfit
}
