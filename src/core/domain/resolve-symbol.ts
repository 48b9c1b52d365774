import type { Failure } from '../contracts/errors.ts'
import { explained } from '../contracts/details/index.ts'
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
    return failed(
      explained('recording.symbol/none-of', {
        text,
        exchange: trimmed.slice(0, dot),
        names: EXCHANGES.join(', '),
      }),
    )
  }
  if (named !== undefined && hint !== undefined && named !== hint) {
    return failed(
      explained('recording.symbol/two-exchanges', { text, exchange: named, otherExchange: hint }),
    )
  }
  const exchange = named ?? hint
  const bare = trimmed.slice(dot + 1)
  if (exchange === 'SIM') {
    return /^[a-z]+$/.test(bare)
      ? ok(`SIM.${bare}` as Symbol)
      : failed(explained('recording.symbol/built-in', { text, names: 'SIM.cu, SIM.au, SIM.ag' }))
  }
  const code = contractCode(bare)
  if (code === undefined) return failed(explained('recording.symbol/no-contract', { text }))
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
    return failed(explained('recording.symbol/no-product', { text, product: code.product }))
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
  return failed(explained('recording.symbol/digits', { text, exchange }))
}

function exchangeNamed(text: string): Exchange | undefined {
  return EXCHANGES.find((exchange) => exchange === text.toUpperCase())
}

function several(
  text: string,
  fitting: readonly Fitting[],
): { readonly ok: false; readonly error: Failure } {
  const names = fitting.map(({ exchange, code }) => `${exchange}.${code}`).join(', ')
  return failed(explained('recording.symbol/several', { text, names }))
}
