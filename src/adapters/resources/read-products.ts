import type { Failure } from '../../core/contracts/index.ts'
import { explained } from '../../core/contracts/index.ts'
import type { ProductFacts, Result } from '../../core/domain/index.ts'
import { EXCHANGES, EXPIRY_RULES, ORDER_KINDS, failed, ok } from '../../core/domain/index.ts'
import { day } from './day-checks.ts'
import { readJson } from './read-json.ts'
import type { Check } from './shape.ts'
import { listOf, mapOf, object, oneOf, pairOf, text, where } from './shape.ts'

const positive = where((value) => Number.isFinite(value) && Number(value) > 0, 'positive')
const count = where((value) => Number.isSafeInteger(value) && Number(value) > 0, 'count')
const amount = where((value) => Number.isFinite(value) && Number(value) >= 0, 'amount')
const lots = where((value) => Number.isSafeInteger(value) && Number(value) >= 0, 'whole')
const ratio = where((value) => Number(value) > 0 && Number(value) <= 1, 'ratio')
const month = where((value) => /^20\d\d(0[1-9]|1[0-2])$/.test(String(value)), 'month')

function fact(members: Readonly<Record<string, Check>>): Check {
  return object(
    { ...members, source: text },
    {
      from: day,
      fromContract: month,
      approximate: where((value) => typeof value === 'boolean', 'flag'),
      note: text,
    },
  )
}

const fee = pairOf(amount)
const fees = listOf(fact({ open: fee, close: fee, closeToday: fee }))
const limits = listOf(fact({ limit: count, market: lots }))
const margin = listOf(fact({ ratio }))
const listedExchanges = EXCHANGES.filter((exchange) => exchange !== 'SIM')

const exchangeFacts = object({
  orderKinds: listOf(fact({ kinds: listOf(oneOf(ORDER_KINDS), 1) })),
  closeRule: listOf(fact({ rule: oneOf(['explicit', 'oldest-first']) })),
  limits,
  fees,
  margin,
})

const product = object(
  {
    code: where((value) => /^[A-Za-z]{1,3}(_f)?$/.test(String(value)), 'code'),
    exchange: oneOf(listedExchanges),
    name: object({ en: text, zh: text }),
    lot: text,
    tick: listOf(fact({ units: count, scale: count })),
    multiplier: listOf(fact({ value: positive })),
    sessions: listOf(fact({ template: text })),
    limits,
    fees,
    margin,
    expiry: listOf(fact({ rule: oneOf(EXPIRY_RULES) })),
  },
  { listed: day },
)

const file = object({
  format: oneOf([1]),
  about: text,
  compiled: text,
  sources: mapOf(text),
  formerCodes: mapOf(text),
  exchanges: object(Object.fromEntries(listedExchanges.map((name) => [name, exchangeFacts]))),
  products: listOf(product, 1),
})

/** Fails with `product.incomplete`, naming the member that is wrong. */
export function parseProducts(value: unknown, path: string): Result<ProductFacts, Failure> {
  const wrong = file(value, 'the file')
  if (wrong !== undefined) return refused(path, wrong)
  const facts = value as ProductFacts
  const seen = new Set<string>()
  for (const { exchange, code, tick, multiplier } of facts.products) {
    const name = `${exchange}.${code}`
    if (seen.has(name))
      return refused(path, explained('product.incomplete/twice', { product: name }).message)
    seen.add(name)
    const worths = tick.flatMap(({ units, scale }) =>
      multiplier.map(({ value }) => (units * value * 100) % scale),
    )
    if (worths.some((rest) => rest !== 0))
      return refused(path, explained('product.incomplete/fen', { product: name }).message)
  }
  return ok(facts)
}

/**
 * The product facts of `resources/products.json`. Fails with `config.file` where the file cannot
 * be read or is no JSON, with `product.incomplete` where its content is not what it must be.
 */
export function readProducts(path: string): Result<ProductFacts, Failure> {
  const read = readJson(path)
  return read.ok ? parseProducts(read.value, path) : read
}

function refused(path: string, fault: string): { readonly ok: false; readonly error: Failure } {
  return failed(explained('product.incomplete/file', { path, fault }))
}
