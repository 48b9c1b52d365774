import { describe, expect, it } from 'vitest'
import { FirstInterests, limitOf, quoteFigures } from '../../../src/core/desk/quote-figures.ts'
import type { InstrumentId, Micros, Price } from '../../../src/core/domain/index.ts'
import { instrumentFixture } from '../instrument-fixture.ts'
import { quoteFixture } from '../quote-fixture.ts'

const SILVER = instrumentFixture()
const PTA = instrumentFixture({ exchange: 'CZCE', product: 'TA', multiplier: 5 })

describe('the figures of a quote', () => {
  it('tells the change against the settlement price before, and the mean of the day', () => {
    const quote = quoteFixture({
      last: 6_160,
      preSettlement: 6_000,
      volume: 10,
      turnover: 10 * 15 * 6_150,
      upperLimit: 6_600,
      lowerLimit: 5_400,
    })
    expect(quoteFigures(SILVER, { ...quote, received: (quote.at + 250) as Micros })).toEqual({
      change: 160,
      changeRatio: 160 / 6_000,
      average: 6_150,
      limit: '',
      delay: 250,
    })
  })

  it('tells nothing where it is not known', () => {
    expect(quoteFigures(SILVER, quoteFixture())).toEqual({
      change: NaN,
      changeRatio: NaN,
      average: NaN,
      limit: '',
      delay: NaN,
    })
  })

  it('believes no mean outside of the range of the day, and finds the one without a multiplier', () => {
    const range = { high: 3_600 as Price, low: 3_500 as Price }
    const plain = { ...quoteFixture({ volume: 10, turnover: 10 * 3_550 }), ...range }
    const multiplied = { ...quoteFixture({ volume: 10, turnover: 10 * 3_550 * 5 }), ...range }
    const wrong = { ...quoteFixture({ volume: 10, turnover: 10 * 3_550 * 2 }), ...range }
    const average = (quote: typeof plain): number => quoteFigures(PTA, quote).average
    expect([average(plain), average(multiplied), average(wrong)]).toEqual([3_550, 3_550, NaN])
  })

  it('knows a price at its limit', () => {
    const limits = { upperLimit: 6_600, lowerLimit: 5_400 }
    const at = (last: number): string => limitOf(SILVER, quoteFixture({ ...limits, last }))
    expect([at(6_600), at(6_599), at(5_400), at(5_401)]).toEqual(['up', '', 'down', ''])
    expect(limitOf(SILVER, quoteFixture({ last: 6_600 }))).toBe('')
  })
})

describe('open interest', () => {
  it('is compared with how the trading day was seen first', () => {
    const first = new FirstInterests()
    first.take(quoteFixture({ at: 1, openInterest: 100, volume: 5, preSettlement: 6_000 }))
    first.take(quoteFixture({ at: 2, openInterest: 110, volume: 9, preSettlement: 6_000 }))
    const id = 0 as InstrumentId
    expect(first.of(id)?.openInterest).toBe(100)
    first.take(quoteFixture({ at: 3, openInterest: 120, volume: 1, preSettlement: 6_050 }))
    expect([first.of(id)?.openInterest, first.of(id)?.at]).toEqual([120, 3])
    first.clear()
    expect(first.of(id)).toBeUndefined()
  })
})
