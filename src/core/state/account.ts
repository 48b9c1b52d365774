import type { Account } from '../contracts/index.ts'
import type { Fen, Micros, Order, Ticks } from '../domain/index.ts'
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

function frozenFunds(state: State): Fen {
  let sum = 0
  for (const orders of state.working) {
    if (orders === undefined || orders.length === 0) continue
    for (const order of orders) sum += openingNeeds(state, order)
  }
  return sum as Fen
}

/** Margin and fee that an opening order needs for what it has not filled; a closing one none. */
export function openingNeeds(
  state: State,
  order: Pick<Order, 'instrument' | 'offset' | 'side' | 'limit' | 'volume' | 'filled'>,
): Fen {
  const instrument = state.instruments[order.instrument]
  if (order.offset !== 'open' || instrument === undefined) return 0 as Fen
  const price = Number.isNaN(order.limit) ? referenceTicks(state, order.instrument) : order.limit
  const left = (order.volume - order.filled) as Order['volume']
  const { long, short } = instrument.marginRatio
  const margin = notional(instrument, price, left) * (order.side === 'buy' ? long : short)
  return (fen(margin) + feeOf(instrument, 'open', price, left, 0 as Order['volume'])) as Fen
}

function referenceTicks(state: State, instrument: Order['instrument']): Ticks {
  const facts = state.instruments[instrument]
  const last = state.quotes[instrument]?.last ?? NaN
  if (facts === undefined || !(last > 0)) {
    throw new Error(`no price to value a market order in instrument ${instrument}`)
  }
  return Math.round((last * facts.tickScale) / facts.tickUnits) as Ticks
}
