import type { Failure } from '../../core/contracts/index.ts'
import { explained } from '../../core/contracts/index.ts'
import type { Result, TradingDay } from '../../core/domain/index.ts'
import { failed, ok, simulatedInstruments } from '../../core/domain/index.ts'
import { createSimulatedExchange } from '../../core/exchange/index.ts'
import type { MarketFacts } from './facts.ts'
import type { Market } from './market.ts'

export interface SimulatedMarketOptions {
  /** Book events an instrument and second. */
  readonly rate: number
  /** Trading day of the very first start. */
  readonly tradingDay: TradingDay
}

/** The built-in market, open day and night. */
export function simulatedMarket(
  facts: MarketFacts,
  { rate, tradingDay }: SimulatedMarketOptions,
): Result<Market, Failure> {
  const instruments = simulatedInstruments(facts.products)
  if (instruments.length === 0) {
    return failed(explained('product.incomplete/built-in'))
  }
  return ok({
    instruments,
    sessionPhase: () => 'continuous',
    tradingDay,
    createExchange: ({ cash, seed }) =>
      createSimulatedExchange({
        instruments,
        initialCash: cash,
        tradingDay,
        seed,
        eventsPerSecond: rate,
      }),
    notes: [],
  })
}
