import type { Saying, SettlementFact } from '../contracts/index.ts'
import { saying } from '../contracts/index.ts'
import type { Fen, InstrumentId, Ticks } from '../domain/index.ts'
import { isFinal, longLots, settle, shortLots } from '../domain/index.ts'
import { mark, setPosition } from './apply-fill.ts'
import type { State } from './state.ts'

/** Why a day cannot end so: somebody holds lots that have no settlement price. */
export function unsettled(state: State, prices: SettlementFact['prices']): Saying | undefined {
  const priced = new Set(prices.map(([instrument]) => instrument))
  for (const positions of state.positions) {
    for (const position of positions ?? []) {
      if (position === undefined || priced.has(position.instrument)) continue
      if (longLots(position) + shortLots(position) === 0) continue
      const symbol = state.instruments[position.instrument]?.symbol ?? position.instrument
      return saying('state.no-settlement-price', { symbol })
    }
  }
  return undefined
}

/**
 * Ends a trading day: open profit at the settlement prices becomes cash, today's lots become older
 * ones, the day's profit and fees start again at nothing, and final orders and fills are let go.
 *
 * @throws Error when lots that are held have no settlement price; `unsettled` tells beforehand.
 */
export function applySettlement(state: State, fact: SettlementFact): void {
  if (fact.venueSeq > state.venueSeq) state.venueSeq = fact.venueSeq
  const prices = new Map<InstrumentId, Ticks>(fact.prices)
  const expired = new Set(fact.expired)
  const { money } = state
  let settled = 0
  for (const [instrument, price] of fact.prices) mark(state, instrument, price)
  for (const positions of state.positions) {
    for (const position of positions ?? []) {
      if (position === undefined) continue
      const instrument = state.instruments[position.instrument]
      const price = prices.get(position.instrument)
      if (instrument === undefined || price === undefined) {
        if (longLots(position) + shortLots(position) === 0) continue
        throw new Error(`settlement ${fact.tradingDay} has no price for ${position.instrument}`)
      }
      const after = settle(instrument, position, price, expired.has(position.instrument))
      settled += after.profit
      setPosition(state, after.position)
    }
  }
  money.staticBalance = (money.staticBalance + money.closeProfit + settled - money.fees) as Fen
  money.closeProfit = 0 as Fen
  money.fees = 0 as Fen
  state.tradingDay = fact.nextTradingDay
  state.fills.clear()
  for (const [id, order] of state.orders) if (isFinal(order.status)) state.orders.delete(id)
  for (const id of expired) state.targets[id] = []
}
