import type { LimitFact, TradingDay } from '../../src/core/domain/index.ts'
import { dayAfter, dayOf, sourceOf } from './days.ts'
import type { RawLimit, RawProduct } from './raw-products.ts'

/** First trading day with market orders on SHFE and INE, its night included. */
export const MARKET_ORDERS_FROM = 20_260_706 as TradingDay

/** Some list tells of 3,000 where every other source has 200: a typing error. */
const IMPLAUSIBLE_MARKET = 1_000

/**
 * Most lots of one order by date. SHFE and INE knew no market orders before they introduced them;
 * lists that tell otherwise give the field of a trading interface, not a right. A lower limit seen
 * later counts from the day after the higher one was last seen, a higher one from when it was seen.
 */
export function limitFacts(raw: RawProduct): readonly LimitFact[] {
  if (raw.exchange === 'SHFE' || raw.exchange === 'INE') return withoutMarketOrders(raw)
  const facts: LimitFact[] = []
  let before: RawLimit | undefined
  for (const seen of raw.max_order_volume) {
    if (seen.market > Math.max(seen.limit, IMPLAUSIBLE_MARKET)) continue
    const known = before
    before = seen
    if (known !== undefined && known.limit === seen.limit && known.market === seen.market) {
      continue
    }
    const lower = known !== undefined && (seen.limit < known.limit || seen.market < known.market)
    const from = lower ? dayAfter(known.observed[1]) : dayOf(seen.observed[0])
    facts.push({
      ...(known === undefined ? {} : { from }),
      limit: seen.limit,
      market: Math.min(seen.market, seen.limit),
      source: sourceOf(seen.source, seen.notice),
      ...(seen.valid_from === undefined ? { approximate: true } : {}),
    })
  }
  return facts
}

function withoutMarketOrders({ max_order_volume: seen }: RawProduct): readonly LimitFact[] {
  const told = seen.find(({ market }) => market === 0)
  if (told === undefined) return []
  return [
    {
      limit: told.limit,
      market: 0,
      source: sourceOf(told.source, told.notice),
      ...(told.valid_from === undefined ? { approximate: true } : {}),
    },
    { from: MARKET_ORDERS_FROM, limit: 500, market: 60, source: 'FH' },
  ]
}
