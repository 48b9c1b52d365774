import type { Account, MarksFact } from '../contracts/index.ts'
import type { Fen, Instrument, InstrumentId, Micros, Order, Ticks } from '../domain/index.ts'
import { feeOf, fen, notional } from '../domain/index.ts'
import type { State } from './state.ts'

/** The account as it stands: money, open profit, margin held, and what working orders may need. */
export function accountOf(state: State, at: Micros): Account {
  const { staticBalance, closeProfit, fees } = state.money
  const positionProfit = state.openProfit as Fen
  const balance = (staticBalance + closeProfit + positionProfit - fees) as Fen
  const margin = state.margin as Fen
  const frozen = frozenFunds(state)
  return {
    at,
    tradingDay: state.tradingDay,
    staticBalance,
    closeProfit,
    positionProfit,
    fees,
    margin,
    frozen,
    balance,
    available: (balance - margin - frozen) as Fen,
  }
}

/** What working opening orders may need, those aside that cannot be valued. */
function frozenFunds(state: State): Fen {
  let sum = 0
  for (const orders of state.working) {
    if (orders === undefined || orders.length === 0) continue
    for (const order of orders) {
      const needs = openingNeeds(state, order)
      if (!Number.isNaN(needs)) sum += needs
    }
  }
  return sum as Fen
}

/**
 * What is left for new orders; NaN while the needs of some working order cannot be told, so that
 * no figure holds.
 */
export function availableFunds(state: State): Fen {
  const { staticBalance, closeProfit, fees } = state.money
  let left = staticBalance + closeProfit + state.openProfit - fees - state.margin
  for (const orders of state.working) {
    if (orders === undefined || orders.length === 0) continue
    for (const order of orders) left -= openingNeeds(state, order)
  }
  return left as Fen
}

type Needing = Pick<Order, 'instrument' | 'offset' | 'side' | 'limit' | 'volume' | 'filled'>

/**
 * Margin and fee that an opening order needs for what it has not filled; a closing one none. NaN
 * for a market order in an instrument without a price, as right after a start.
 */
export function openingNeeds(state: State, order: Needing): Fen {
  const instrument = state.instruments[order.instrument]
  if (order.offset !== 'open' || instrument === undefined) return 0 as Fen
  const price = Number.isNaN(order.limit) ? lastTicks(state, instrument) : order.limit
  if (Number.isNaN(price)) return NaN as Fen
  const left = (order.volume - order.filled) as Order['volume']
  const { long, short } = instrument.marginRatio
  const margin = notional(instrument, price, left) * (order.side === 'buy' ? long : short)
  return (fen(margin) + feeOf(instrument, 'open', price, left, 0 as Order['volume'])) as Fen
}

/** Where open lots stand, for those who begin to follow: their quotes alone may not say it. */
export function marksOf({ marks }: State): MarksFact {
  const known = [...marks.entries()].filter((entry) => entry[1] !== undefined)
  return { kind: 'marks', prices: known as [InstrumentId, Ticks][] }
}

function lastTicks(state: State, instrument: Instrument): Ticks {
  const last = state.quotes[instrument.id]?.last ?? NaN
  return Math.round((last * instrument.tickScale) / instrument.tickUnits) as Ticks
}
