import type { DayTotals, Quote, TradingDay } from '../../src/core/domain/index.ts'
import { startsTradingDay } from '../../src/core/domain/index.ts'

/** Where a quote stands in its feed, and in which trading day. */
export interface Mark extends DayTotals, Pick<Quote, 'at' | 'feedSeq'> {
  readonly day: TradingDay
}

/** A quote, and its trading day where that is known. */
export interface Dated {
  readonly quote: Quote
  readonly day: TradingDay | undefined
}

type Place = Pick<Quote, 'at' | 'feedSeq'>

/** Below zero where one quote of a contract comes before another in the feed, 0 for the same. */
export function feedOrder(one: Place, other: Place): number {
  return one.at - other.at || one.feedSeq - other.feedSeq
}

/**
 * Finds the trading days of quotes in the order of their feed. A quote does not tell its day, but
 * that another begins: so days spread from those that are known, both ways, up to the next turn.
 *
 * @param before the last quote that is stored; the quotes may contain it.
 * @param told the day when the last of the quotes without a day was told; it may have turned since.
 */
export function datedQuotes(
  quotes: readonly Dated[],
  before: Mark | undefined,
  told: TradingDay,
): readonly Dated[] {
  const days = quotes.map(({ quote, day }) =>
    before !== undefined && feedOrder(quote, before) === 0 ? before.day : day,
  )
  const turns = (index: number): boolean =>
    startsTradingDay(quotes[index - 1]!.quote, quotes[index]!.quote)
  const first = quotes[0]?.quote
  if (before !== undefined && first !== undefined && feedOrder(before, first) < 0) {
    if (!startsTradingDay(before, first)) days[0] ??= before.day
  }
  for (let index = 1; index < days.length; index++) {
    if (!turns(index)) days[index] ??= days[index - 1]
  }
  const newest = quotes.findLastIndex(({ day }) => day === undefined)
  if (newest >= 0) days[newest] ??= told
  for (let index = days.length - 1; index > 0; index--) {
    if (!turns(index)) days[index - 1] ??= days[index]
  }
  return quotes.map(({ quote }, index) => ({ quote, day: days[index] }))
}

/** Quotes of one contract in the order of the feed, each once; one with a day wins. */
export function joinedQuotes(...lists: readonly (readonly Dated[])[]): readonly Dated[] {
  const all = lists.flat().sort((one, other) => feedOrder(one.quote, other.quote))
  const joined: Dated[] = []
  for (const each of all) {
    const last = joined.at(-1)
    if (last === undefined || feedOrder(last.quote, each.quote) !== 0) joined.push(each)
    else if (last.day === undefined) joined[joined.length - 1] = each
  }
  return joined
}
