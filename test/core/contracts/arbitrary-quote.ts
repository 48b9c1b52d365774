import * as fc from 'fast-check'
import type { Instrument, InstrumentId, Price, Quote } from '../../../src/core/domain/index.ts'
import { createQuote, priceOf } from '../../../src/core/domain/index.ts'
import { instrumentFixture } from '../instrument-fixture.ts'
import { number, stamp, whole } from './arbitrary.ts'

/** Steps of every kind that the products have, by the instrument's id. */
export const DIRECTORY: readonly Instrument[] = (
  [
    [1, 1],
    [2, 100],
    [10, 1],
    [2, 10],
    [5, 1000],
    [5, 1],
    [1, 2],
  ] as const
).map(([tickUnits, tickScale], index) =>
  instrumentFixture({
    id: index as InstrumentId,
    tickUnits,
    tickScale,
    tickSize: tickUnits / tickScale,
  }),
)

/** On a tick mostly; else absent, between two ticks, or of any size. */
function priceFor(instrument: Instrument): fc.Arbitrary<Price> {
  const onTick = whole<never>(-1000, 500_000).map((ticks) => priceOf(instrument, ticks))
  return fc.oneof(
    { weight: 6, arbitrary: onTick },
    { weight: 1, arbitrary: fc.constant(NaN as Price) },
    { weight: 1, arbitrary: number<Price>() },
  )
}

/** A quote of an instrument of the directory, or, with id 99, of one that is not in it. */
export const quote: fc.Arbitrary<Quote> = fc
  .constantFrom(...DIRECTORY, instrumentFixture({ id: 99 as InstrumentId }))
  .chain((instrument) => {
    const price = priceFor(instrument)
    const prices = fc.array(price, { minLength: 5, maxLength: 5 })
    const volumes = fc.array(number<never>(), { minLength: 5, maxLength: 5 })
    return fc
      .tuple(
        fc.tuple(whole<never>(0, 2 ** 51), whole<never>(0, 2 ** 51), stamp<never>()),
        fc.tuple(number(), number(), number()),
        fc.array(price, { minLength: 7, maxLength: 7 }),
        fc.tuple(prices, volumes, prices, volumes),
      )
      .map(([[at, received, feedSeq], [volume, turnover, interest], p, levels]) => {
        const [last, open, high, low, upper, lower, settled] = p as Seven<Price>
        return createQuote(
          instrument.id,
          at,
          received,
          feedSeq,
          last,
          volume,
          turnover,
          interest,
          open,
          high,
          low,
          upper,
          lower,
          settled,
          ...levels,
        )
      })
  })

type Seven<Value> = [Value, Value, Value, Value, Value, Value, Value]
