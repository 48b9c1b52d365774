import * as fc from 'fast-check'
import { TickSeries } from '../../../src/core/desk/chart-ticks.ts'
import type { Quote } from '../../../src/core/domain/index.ts'
import { LEVELS } from '../../../src/core/desk/chart-columns.ts'
import { instrumentFixture } from '../instrument-fixture.ts'
import { quoteFixture } from '../quote-fixture.ts'

export const DAY = 20200821

export function seriesOf(quotes: readonly Quote[]): TickSeries {
  const series = new TickSeries(instrumentFixture())
  for (const quote of quotes) series.append(quote, DAY)
  return series
}

/** Ticks of one instrument in the feed's order, some of one stamp. */
export function feeds(most = 40, least = 0): fc.Arbitrary<readonly Quote[]> {
  const tick = fc.record({
    after: fc.constantFrom(0, 0, 1, 500_000, 500_000, 1_000_000),
    bid: fc.integer({ min: 6_100, max: 6_120 }),
    traded: fc.integer({ min: 0, max: 30 }),
    lots: fc.integer({ min: 1, max: 500 }),
  })
  return fc.array(tick, { minLength: least, maxLength: most }).map((ticks) => {
    let at = 1_600_000_000_000_000
    let feedSeq = 0
    let volume = 0
    return ticks.map(({ after, bid, traded, lots }, index) => {
      feedSeq = index > 0 && after === 0 ? feedSeq + 1 : 0
      at += after
      volume += traded
      const terms = { at, volume, turnover: volume * 15 * bid, last: bid }
      const quote = quoteFixture({ ...terms, bids: [[bid, lots]], asks: [[bid + 1, lots + 1]] })
      return { ...quote, feedSeq }
    })
  })
}

/** All that a series holds, row by row. */
export function rowsOf({ columns, count }: TickSeries): readonly (readonly number[])[] {
  const { bookTicks, bookLots, ...plain } = columns
  return Array.from({ length: count }, (_, index) => [
    ...Object.values(plain).map((column) => column[index]!),
    ...bookTicks.slice(index * LEVELS, (index + 1) * LEVELS),
    ...bookLots.slice(index * LEVELS, (index + 1) * LEVELS),
  ])
}
