import { join } from 'node:path'
import { readMarketFacts } from '../../../src/adapters/market/facts.ts'
import type { Fen, Instrument, Micros, Quote, TradingDay } from '../../../src/core/domain/index.ts'
import { simulatedInstruments } from '../../../src/core/domain/index.ts'
import { createSimulatedExchange } from '../../../src/core/exchange/index.ts'
import { SYMBOL, resources } from './specs.ts'

export const DAY = 20_260_105 as TradingDay
export const CASH = 1e12 as Fen
const START = 1_767_571_200_000_000
export const INTERVAL = 500_000

/**
 * The contract that the benchmark trades, and so many ticks of the built-in market, half a second
 * apart.
 */
export function benchMarket(count: number): {
  readonly instrument: Instrument
  readonly quotes: readonly Quote[]
} {
  const facts = readMarketFacts(resources)
  if (!facts.ok) throw new Error(facts.error.message)
  const instrument = simulatedInstruments(facts.value.products).find(
    ({ symbol }) => symbol === SYMBOL,
  )
  if (instrument === undefined) throw new Error(`${SYMBOL} is missing in ${join(resources)}`)
  const exchange = createSimulatedExchange({
    instruments: [instrument],
    initialCash: CASH,
    tradingDay: DAY,
    seed: 7,
    // One day holds the whole run: a settlement in its midst would be measured as well.
    dayLength: (INTERVAL * 10 * count) as Micros,
  })
  const quotes: Quote[] = []
  exchange.advance(START as Micros)
  for (let at = START; quotes.length < count; at += INTERVAL) {
    quotes.push(...exchange.advance(at as Micros).quotes)
  }
  return { instrument, quotes }
}
