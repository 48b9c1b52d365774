import type { Quote } from '../../../src/core/domain/index.ts'
import { MEAL, SILVER, START } from '../../core/engine/fixture/market.ts'
import { quoteWalk } from '../../core/engine/features/quote-walk.ts'

/** Seeded quotes of two contracts, by turns, from `START` on: one every quarter of a second. */
export function walk(count: number, from = 0): readonly Quote[] {
  const walks = [SILVER, MEAL].map((instrument) => quoteWalk(instrument, from + count, 7))
  return Array.from({ length: count }, (_, row) => {
    const index = from + row
    const quote = walks[index % 2]![index >> 1]!
    const at = (START + index * 250_000) as Quote['at']
    return { ...quote, at, received: at }
  })
}

/** The columns of a tick by which it is known again. */
export function told(quotes: readonly Quote[], symbol?: number): readonly object[] {
  return quotes
    .filter(({ instrument }) => symbol === undefined || instrument === symbol)
    .map(({ at, feedSeq, last, volume, bidPrices, askVolumes }) => {
      const [bid_price1, ask_volume1] = [bidPrices[0], askVolumes[0]]
      return { ts: at, feed_seq: feedSeq, last, volume, bid_price1, ask_volume1 }
    })
}
