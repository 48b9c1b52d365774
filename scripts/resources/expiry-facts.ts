import type { ExpiryFact, ExpiryRule } from '../../src/core/domain/index.ts'
import type { RawProduct } from './raw-products.ts'

const MONTH_BEFORE = new Set(['fu', 'sc', 'lu'])
const FOURTH_LAST = new Set(['jd', 'eg', 'eb', 'pg', 'lh'])
const INDEX = new Set(['IF', 'IH', 'IC', 'IM'])
/** Products whose rule was not found: their contracts have no last trading day here. */
const NOT_KNOWN = new Set(['ec', 'bz', 'lg', 'l_f', 'v_f', 'pp_f', 'pt', 'pd'])

/**
 * The exchanges' rules for the last trading day: general knowledge, checked with the expiry days of
 * 65 products in 2019 and 2020, which agree but for days that were estimates when they were
 * written.
 */
export function expiryFacts({ id, exchange }: RawProduct): readonly ExpiryFact[] {
  const rule = ruleOf(id, exchange)
  return rule === undefined ? [] : [{ rule, source: 'GK', approximate: true }]
}

function ruleOf(code: string, exchange: string): ExpiryRule | undefined {
  if (NOT_KNOWN.has(code)) return undefined
  if (MONTH_BEFORE.has(code)) return 'last-trading-day-of-month-before'
  if (FOURTH_LAST.has(code)) return 'fourth-last-trading-day'
  if (code === 'ZC') return 'trading-day-5'
  if (exchange === 'CFFEX') return INDEX.has(code) ? 'third-friday' : 'second-friday'
  return exchange === 'SHFE' || exchange === 'INE' ? 'day-15' : 'trading-day-10'
}
