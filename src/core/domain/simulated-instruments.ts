import { saying } from '../contracts/sayings/index.ts'
import { chosenFact } from './fact-choice.ts'
import { feeSchedule } from './fee-schedule.ts'
import type { InstrumentId, Symbol } from './identity.ts'
import type { Instrument } from './instrument.ts'
import { ORDER_KINDS } from './order.ts'
import type { ProductFacts } from './product-facts.ts'
import type { Fen, Lots, TradingDay } from './units.ts'

/** What the built-in market trades: products of SHFE under the exchange `SIM`. */
export const SIMULATED_PRODUCTS = ['cu', 'au', 'ag'] as const

const LATEST = 99_991_231 as TradingDay
const MAX_LIMIT_LOTS = 500 as Lots
const MAX_MARKET_LOTS = 60 as Lots

/** The built-in market's instruments, ids counting up from the first. */
export function simulatedInstruments(facts: ProductFacts, firstId = 0): readonly Instrument[] {
  return SIMULATED_PRODUCTS.flatMap((code, index) => {
    const instrument = simulatedInstrument(facts, code, (firstId + index) as InstrumentId)
    return instrument === undefined ? [] : [instrument]
  })
}

/**
 * One instrument of the built-in market: price step, multiplier, fee and margin as SHFE's product
 * has them last, all order kinds, no expiry. Undefined where the market has no such product, or the
 * facts lack one of these.
 */
export function simulatedInstrument(
  facts: ProductFacts,
  code: string,
  id: InstrumentId,
): Instrument | undefined {
  if (!SIMULATED_PRODUCTS.some((known) => known === code)) return undefined
  const model = facts.products.find(
    (product) => product.code === code && product.exchange === 'SHFE',
  )
  if (model === undefined) return undefined
  const tick = chosenFact(model.tick, LATEST)
  const multiplier = chosenFact(model.multiplier, LATEST)
  const fees = chosenFact(model.fees, LATEST)
  const margin = chosenFact(model.margin, LATEST)
  if (tick === undefined || multiplier === undefined) return undefined
  if (fees === undefined || margin === undefined) return undefined
  return {
    id,
    symbol: `SIM.${code}` as Symbol,
    exchange: 'SIM',
    product: code,
    name: { en: `${model.name.en} (simulated)`, zh: `${model.name.zh}（模拟）` },
    tickUnits: tick.units,
    tickScale: tick.scale,
    tickSize: tick.units / tick.scale,
    multiplier: multiplier.value,
    tickValue: ((tick.units * multiplier.value * 100) / tick.scale) as Fen,
    maxLimitLots: MAX_LIMIT_LOTS,
    maxMarketLots: MAX_MARKET_LOTS,
    orderKinds: ORDER_KINDS,
    closeRule: 'explicit',
    fees: feeSchedule(fees),
    marginRatio: { long: margin.ratio, short: margin.ratio },
    expires: undefined,
    tradable: true,
    notes: [saying('instrument.built-in', { symbol: `SHFE.${code}` })],
  }
}
