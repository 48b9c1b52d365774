import type { DatedFact } from './product-facts.ts'
import type { TradingDay } from './units.ts'

/**
 * The fact that holds on a day for a contract: the last one of the list whose `from` and
 * `fromContract` have come. Facts stand in that order. Undefined where none is known yet.
 *
 * @param contract delivery month as yyyymm; without it, facts by contract are not told apart.
 */
export function chosenFact<Kind extends DatedFact>(
  facts: readonly Kind[],
  day: TradingDay,
  contract = Infinity,
): Kind | undefined {
  return facts.findLast(
    ({ from, fromContract }) =>
      (from === undefined || from <= day) &&
      (fromContract === undefined || fromContract <= contract),
  )
}
