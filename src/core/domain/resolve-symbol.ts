import type { Failure } from '../contracts/errors.ts'
import { failure } from '../contracts/errors.ts'
import type { ContractCode } from './contract-code.ts'
import { contractCode, exchangeCode } from './contract-code.ts'
import type { Symbol } from './identity.ts'
import type { Exchange } from './instrument.ts'
import { EXCHANGES } from './instrument.ts'
import type { ProductFacts } from './product-facts.ts'
import type { Result } from './result.ts'
import { failed, ok } from './result.ts'

/**
 * The symbol that a recording means by a text: `SHFE.cu2010`, or a bare `cu2010` whose exchange is
 * the hint (from the file's name) or else the one whose products fit. Letters in the wrong case are
 * mended where just one product fits; CZCE's four-digit codes lose a digit, as the exchange writes
 * them. A product that the facts do not have is kept as it is where its exchange is told.
 *
 * Fails with `recording.symbol`: text and hint name two exchanges, no or several products fit, or
 * the text is no futures contract.
 */
export function symbolOf(
  facts: ProductFacts,
  text: string,
  hint?: Exchange,
): Result<Symbol, Failure> {
  const trimmed = text.trim()
  const dot = trimmed.indexOf('.')
  const named = dot < 0 ? undefined : exchangeNamed(trimmed.slice(0, dot))
  if (dot >= 0 && named === undefined) {
    return refused(text, `${trimmed.slice(0, dot)} is none of ${EXCHANGES.join(', ')}`)
  }
  if (named !== undefined && hint !== undefined && named !== hint) {
    return refused(text, `it says ${named}, the file's name says ${hint}; rename the file`)
  }
  const exchange = named ?? hint
  const bare = trimmed.slice(dot + 1)
  if (exchange === 'SIM') {
    return /^[a-z]+$/.test(bare)
      ? ok(`SIM.${bare}` as Symbol)
      : refused(text, 'the built-in market has SIM.cu, SIM.au and SIM.ag')
  }
  const code = contractCode(bare)
  if (code === undefined) return refused(text, 'it is no futures contract such as SHFE.cu2010')
  return exchange === undefined
    ? amongAll(facts, text, code)
    : onExchange(facts, text, code, exchange)
}

function onExchange(
  facts: ProductFacts,
  text: string,
  code: ContractCode,
  exchange: Exchange,
): Result<Symbol, Failure> {
  const fitting = fits(facts, code, exchange)
  if (fitting.length > 1) return several(text, fitting)
  return written(text, exchange, { ...code, product: fitting[0]?.code ?? code.product })
}

function amongAll(facts: ProductFacts, text: string, code: ContractCode): Result<Symbol, Failure> {
  const fitting = fits(facts, code)
  const [only] = fitting
  if (only === undefined) {
    return refused(text, `no product has the code ${code.product}; write EXCHANGE.code`)
  }
  if (fitting.length > 1) return several(text, fitting)
  return written(text, only.exchange, { ...code, product: only.code })
}

interface Fitting {
  readonly exchange: Exchange
  readonly code: string
}

/** Products with just that code, or else those with that code in another case. */
function fits(
  { products }: ProductFacts,
  { product }: ContractCode,
  exchange?: Exchange,
): readonly Fitting[] {
  const there = products.filter((known) => exchange === undefined || known.exchange === exchange)
  const exact = there.filter(({ code }) => code === product)
  if (exact.length > 0) return exact
  return there.filter(({ code }) => code.toLowerCase() === product.toLowerCase())
}

function written(text: string, exchange: Exchange, code: ContractCode): Result<Symbol, Failure> {
  const bare = exchangeCode(exchange, code)
  if (bare !== undefined) return ok(`${exchange}.${bare}` as Symbol)
  return refused(text, `${exchange} writes a contract with four digits, as in cu2010`)
}

function exchangeNamed(text: string): Exchange | undefined {
  return EXCHANGES.find((exchange) => exchange === text.toUpperCase())
}

function several(
  text: string,
  fitting: readonly Fitting[],
): { readonly ok: false; readonly error: Failure } {
  const names = fitting.map(({ exchange, code }) => `${exchange}.${code}`).join(' and ')
  return refused(text, `${names} both fit; write EXCHANGE.code`)
}

function refused(text: string, why: string): { readonly ok: false; readonly error: Failure } {
  return failed(failure('recording.symbol', `the symbol '${text}' cannot be told: ${why}`))
}
