import { resolve } from 'node:path'
import { readMarketFacts } from '../../../src/adapters/market/facts.ts'
import type {
  Fen,
  Instrument,
  InstrumentId,
  Micros,
  Quote,
  Symbol,
  TradingDay,
} from '../../../src/core/domain/index.ts'
import { createQuote, simulatedInstruments } from '../../../src/core/domain/index.ts'
import { createSimulatedExchange } from '../../../src/core/exchange/index.ts'

export const resources = resolve(import.meta.dirname, '../../../resources')
export const DAY = 20_260_105 as TradingDay
export const CASH = 1e12 as Fen
export const SYMBOLS = 200
export const PER_SECOND = 5000
const MARKET_STEP = 1000
/** One day of the market holds the whole run: a settlement in its midst would be measured too. */
const DAY_LENGTH = 1e13 as Micros

/** Quotes of the built-in market over many contracts, as many as are asked for. */
export interface ManyQuotes {
  readonly instruments: readonly Instrument[]
  /**
   * The next one.
   *
   * @param at the stamp that it bears. @param received carries the monotonic clock, so that whoever
   * shows the quote knows how long that took.
   */
  readonly next: (at: Micros, received: Micros) => Quote
}

export function manyQuotes(): ManyQuotes {
  const facts = readMarketFacts(resources)
  if (!facts.ok) throw new Error(facts.error.message)
  const models = simulatedInstruments(facts.value.products)
  const instruments = Array.from({ length: SYMBOLS }, (_, id): Instrument => {
    const model = models[id % models.length]
    if (model === undefined) throw new Error('the built-in market lists no instrument')
    const symbol = `${model.symbol}${String(id).padStart(3, '0')}` as Symbol
    return { ...model, id: id as InstrumentId, symbol }
  })
  const exchange = createSimulatedExchange({
    instruments,
    initialCash: CASH,
    tradingDay: DAY,
    seed: 7,
    snapshots: 'change',
    dayLength: DAY_LENGTH,
  })
  let marketAt = 1_767_571_200_000_000
  let made: readonly Quote[] = exchange.advance(marketAt as Micros).quotes
  let used = 0
  const next = (at: Micros, received: Micros): Quote => {
    while (used === made.length) {
      marketAt += MARKET_STEP
      made = exchange.advance(marketAt as Micros).quotes
      used = 0
    }
    return stamped(made[used++] as Quote, at, received)
  }
  return { instruments, next }
}

function stamped(quote: Quote, at: Micros, received: Micros): Quote {
  return createQuote(
    quote.instrument,
    at,
    received,
    0,
    quote.last,
    quote.volume,
    quote.turnover,
    quote.openInterest,
    quote.open,
    quote.high,
    quote.low,
    quote.upperLimit,
    quote.lowerLimit,
    quote.preSettlement,
    quote.bidPrices,
    quote.bidVolumes,
    quote.askPrices,
    quote.askVolumes,
  )
}
