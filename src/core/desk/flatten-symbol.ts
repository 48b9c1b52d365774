import type { Instrument, Lots, Offset, OrderId, Side, Ticks } from '../domain/index.ts'
import { HAND, longLots, netLots, shortLots } from '../domain/index.ts'
import { furthestPrice } from '../engine/gateway/collar-price.ts'
import type { State } from '../state/index.ts'
import { positionOf, workingOrders } from '../state/index.ts'

/** One order that closes lots of the hand. */
export interface ClosingOrder {
  readonly side: Side
  readonly offset: Offset
  readonly limit: Ticks
  readonly volume: Lots
}

export interface SymbolFlattening {
  /**
   * The hand's working orders, to be taken back first: they may hold lots that are to be closed.
   */
  readonly cancels: readonly OrderId[]
  /** Each to be sent as a FAK at the collar, or as a limit order where there is none. */
  readonly orders: readonly ClosingOrder[]
  /** Net lots of strategies, which only they close. */
  readonly others: number
}

/**
 * What takes the hand out of one instrument: its orders back, its lots closed, today's and older
 * ones apart where the exchange wants that, each order within the sizes that are allowed. Without a
 * price to compare with there are no orders.
 */
export function flatteningOf(state: State, instrument: Instrument): SymbolFlattening {
  const { id } = instrument
  const cancels = workingOrders(state, id).filter(({ owner }) => owner === HAND)
  let others = 0
  for (const owner of state.owners) {
    if (owner === undefined || owner.id === HAND) continue
    others += netLots(positionOf(state, owner.id, id))
  }
  return { cancels: cancels.map((order) => order.id), orders: closing(state, instrument), others }
}

function closing(state: State, instrument: Instrument): ClosingOrder[] {
  const held = positionOf(state, HAND, instrument.id)
  const most = Math.min(state.limits.maxOrderLots, instrument.maxLimitLots)
  const orders: ClosingOrder[] = []
  const close = (side: Side, offset: Offset, lots: number): void => {
    const limit = furthestPrice(state, instrument.id, side)
    if (limit === undefined || Number.isNaN(limit) || !(most >= 1)) return
    for (let left = lots; left > 0; left -= most) {
      orders.push({ side, offset, limit, volume: Math.min(left, most) as Lots })
    }
  }
  if (instrument.closeRule === 'oldest-first') {
    close('sell', 'close', longLots(held))
    close('buy', 'close', shortLots(held))
    return orders
  }
  close('sell', 'closeToday', held.longToday.lots)
  close('sell', 'close', held.longHistory.lots)
  close('buy', 'closeToday', held.shortToday.lots)
  close('buy', 'close', held.shortHistory.lots)
  return orders
}
