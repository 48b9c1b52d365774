import type { Failure } from '../contracts/errors.ts'
import { explained } from '../contracts/details/index.ts'
import type { Saying } from '../contracts/sayings/index.ts'
import { saying } from '../contracts/sayings/index.ts'
import type { Calendar } from './calendar.ts'
import { contractCode, deliveryMonth, exchangeCode } from './contract-code.ts'
import { chosenFact } from './fact-choice.ts'
import { feeSchedule } from './fee-schedule.ts'
import type { InstrumentId, Symbol } from './identity.ts'
import type { Exchange, Instrument } from './instrument.ts'
import { EXCHANGES } from './instrument.ts'
import { guess, unknownFact } from './fact-notes.ts'
import { lastTradingDay } from './last-trading-day.ts'
import type { FactName } from './fact-notes.ts'
import type { DatedFact, ExpiryFact, Product, ProductFacts } from './product-facts.ts'
import type { Result } from './result.ts'
import { failed, ok } from './result.ts'
import type { SessionPlan } from './session.ts'
import { simulatedInstrument } from './simulated-instruments.ts'
import type { Fen, Lots, TradingDay } from './units.ts'

/** The product with exactly that code on that exchange. */
export function productOf(
  facts: ProductFacts,
  exchange: Exchange,
  code: string,
): Product | undefined {
  return facts.products.find((product) => product.code === code && product.exchange === exchange)
}

/**
 * What tells an instrument's sessions; the built-in market's are the same for all its products.
 * Undefined where the facts have no such product.
 */
export function sessionPlanOf(
  facts: ProductFacts,
  { exchange, product }: Pick<Instrument, 'exchange' | 'product'>,
): SessionPlan | undefined {
  if (exchange === 'SIM') return { exchange, code: product, sessions: [] }
  return productOf(facts, exchange, product)
}

/** `SHFE.cu2010` as exchange and code; undefined where the exchange is none of ours. */
export function symbolParts(
  symbol: string,
): { readonly exchange: Exchange; readonly code: string } | undefined {
  const dot = symbol.indexOf('.')
  const exchange = EXCHANGES.find((known) => known === symbol.slice(0, dot))
  return exchange === undefined ? undefined : { exchange, code: symbol.slice(dot + 1) }
}

/**
 * The contract as it trades on a day: of each fact, what is valid then. A contract whose facts are
 * not all known is an instrument with `tradable` false, NaN for what is missing, and a note that
 * says so. Fails with `product.unknown` where the facts have no such product, or the symbol is no
 * futures contract.
 */
export function instrumentOf(
  facts: ProductFacts,
  calendar: Calendar,
  symbol: Symbol,
  id: InstrumentId,
  day: TradingDay,
): Result<Instrument, Failure> {
  const parts = symbolParts(symbol)
  if (parts === undefined) return failed(explained('product.unknown/no-exchange', { symbol }))
  if (parts.exchange === 'SIM') {
    const simulated = simulatedInstrument(facts, parts.code, id)
    return simulated === undefined
      ? failed(explained('product.unknown/built-in', { symbol, names: 'SIM.cu, SIM.au, SIM.ag' }))
      : ok(simulated)
  }
  const code = contractCode(parts.code)
  if (code === undefined || exchangeCode(parts.exchange, code) !== parts.code) {
    return failed(
      explained('product.unknown/no-contract', {
        symbol,
        contract: parts.code,
        exchange: parts.exchange,
      }),
    )
  }
  const product = productOf(facts, parts.exchange, code.product)
  if (product === undefined) {
    const became = facts.formerCodes[code.product]
    const values = { symbol, product: code.product }
    return failed(
      became === undefined || became === ''
        ? explained('product.unknown/no-product', values)
        : explained('product.unknown/renamed', { ...values, became }),
    )
  }
  return ok(
    chosenInstrument(facts, calendar, product, {
      symbol,
      id,
      day,
      contract: deliveryMonth(code.digits, day),
    }),
  )
}

interface Contract {
  readonly symbol: Symbol
  readonly id: InstrumentId
  readonly day: TradingDay
  readonly contract: number
}

function chosenInstrument(
  facts: ProductFacts,
  calendar: Calendar,
  product: Product,
  { symbol, id, day, contract }: Contract,
): Instrument {
  const missing: Saying[] = []
  const guesses: Saying[] = []
  const pick = <Kind extends DatedFact>(
    what: FactName,
    own: readonly Kind[],
    general: readonly Kind[] = [],
  ): Kind | undefined => {
    const fact = chosenFact(own, day, contract) ?? chosenFact(general, day, contract)
    if (fact === undefined) missing.push(unknownFact(what, day))
    else if (fact.approximate === true) guesses.push(guess(what, fact))
    return fact
  }
  const common = facts.exchanges[product.exchange]
  const tick = pick('price-step', product.tick)
  const multiplier = pick('multiplier', product.multiplier)
  const limits = pick('order-limit', product.limits, common.limits)
  const fees = pick('fee', product.fees, common.fees)
  const margin = pick('margin', product.margin, common.margin)
  const kinds = pick('order-kind', common.orderKinds)?.kinds ?? []
  const rule = pick('close-rule', common.closeRule)
  const session = pick('session', product.sessions)
  if (session?.template === 'none') missing.push(saying('instrument.not-traded-then', { day }))
  if (product.listed !== undefined && day < product.listed) {
    const values = { product: product.code, day: product.listed }
    missing.push(saying('instrument.listed-from', values))
  }
  const expiry = chosenFact(product.expiry, day, contract)
  const expires = expiryOf(expiry, contract, calendar)
  if (expiry !== undefined) guesses.push(guess('last-day', expiry))
  if (expires !== undefined && day > expires) {
    missing.push(saying('instrument.expired', { day: expires }))
  }
  const tickUnits = tick?.units ?? NaN
  const tickScale = tick?.scale ?? NaN
  const ratio = margin?.ratio ?? NaN
  const units = multiplier?.value ?? NaN
  return {
    id,
    symbol,
    exchange: product.exchange,
    product: product.code,
    name: product.name,
    tickUnits,
    tickScale,
    tickSize: tickUnits / tickScale,
    multiplier: units,
    tickValue: ((tickUnits * units * 100) / tickScale) as Fen,
    maxLimitLots: (limits?.limit ?? 0) as Lots,
    maxMarketLots: (kinds.includes('market') ? (limits?.market ?? 0) : 0) as Lots,
    orderKinds: kinds,
    closeRule: rule?.rule ?? 'oldest-first',
    fees: feeSchedule(fees),
    marginRatio: { long: ratio, short: ratio },
    expires,
    tradable: missing.length === 0,
    notes: [...missing, ...guesses],
  }
}

function expiryOf(
  fact: ExpiryFact | undefined,
  contract: number,
  calendar: Calendar,
): TradingDay | undefined {
  if (fact === undefined) return undefined
  const day = lastTradingDay(fact.rule, contract, calendar)
  return day.ok ? day.value : undefined
}
