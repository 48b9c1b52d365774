import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Exchange } from '../../../src/core/domain/index.ts'
import { inferTrade, startsTradingDay } from '../../../src/core/domain/index.ts'
import { instrumentFixture } from '../instrument-fixture.ts'
import type { QuoteTerms } from '../quote-fixture.ts'
import { quoteFixture } from '../quote-fixture.ts'

const silver = instrumentFixture()
const before = { volume: 1_000, turnover: 92_000_000, open: 6100 }

/** Lots traded at a mean price after `before`. */
function traded(lots: number, mean: number, terms: QuoteTerms = {}): QuoteTerms {
  const turnover = before.turnover + lots * mean * silver.multiplier
  return { ...before, volume: before.volume + lots, turnover, ...terms }
}

function infer(now: QuoteTerms, then: QuoteTerms = before, instrument = silver) {
  return inferTrade(instrument, quoteFixture(then), quoteFixture(now))
}

describe('a trade inferred from two snapshots', () => {
  it('is bought for certain when its mean price is the ask of both', () => {
    expect(infer(traded(20, 6150, { at: 7 }))).toEqual({
      kind: 'trade',
      instrument: 0,
      at: 7,
      price: 6150,
      volume: 20,
      side: 'buy',
      sign: 1,
      uncertainty: 0,
    })
  })

  it('is sold for certain when its mean price is the bid of both', () => {
    expect(infer(traded(20, 6149))).toMatchObject({ side: 'sell', sign: -1, uncertainty: 0 })
  })

  it('takes the share that bought from where the mean lies, and knows less in the middle', () => {
    expect(infer(traded(20, 6149.75))).toMatchObject({ side: 'buy', sign: 0.5, uncertainty: 0.5 })
    expect(infer(traded(20, 6149.5))).toMatchObject({ side: 'unknown', sign: 0, uncertainty: 1 })
  })

  it('is a guess when the ask of before became the bid of now', () => {
    const moved = { bids: [[6150, 10]], asks: [[6151, 10]] } as const
    expect(infer(traded(20, 6150, moved))).toMatchObject({
      side: 'unknown',
      sign: 1,
      uncertainty: 1,
    })
  })

  it('is bought when only an ask stood there', () => {
    const locked = { bids: [] }
    expect(infer(traded(3, 6150, locked), { ...before, ...locked })).toMatchObject({
      side: 'buy',
      sign: 1,
      uncertainty: 0,
    })
  })

  it('takes last, at half certainty, when the mean lies over a tick outside both books', () => {
    expect(infer(traded(20, 6120, { last: 6149 }))).toMatchObject({
      price: 6149,
      side: 'sell',
      sign: -1,
      uncertainty: 0.5,
    })
    expect(infer(traded(20, 6151))).toMatchObject({ price: 6151, uncertainty: 0 })
  })

  it.each([
    ['the multiplier is not known', instrumentFixture({ multiplier: NaN })],
    [
      'turnover is the rounded mean of the day',
      instrumentFixture({ exchange: 'CZCE' as Exchange }),
    ],
  ])('takes last, at half certainty, when %s', (_, instrument) => {
    expect(infer(traded(20, 6149), before, instrument)).toMatchObject({
      price: 6150,
      sign: 1,
      uncertainty: 0.5,
    })
  })

  it('is a mere guess without any price', () => {
    const now = { ...traded(20, NaN), last: NaN }
    expect(infer(now)).toMatchObject({ price: NaN, sign: 0, uncertainty: 1, side: 'unknown' })
  })

  it('does not exist when volume stands still or is absent', () => {
    expect(infer(before)).toBeUndefined()
    expect(infer({ ...before, volume: NaN })).toBeUndefined()
    expect(infer(traded(5, 6150), { ...before, volume: NaN })).toBeUndefined()
  })

  it('is all that a new trading day has traded, of unknown sides', () => {
    const turned = { volume: 30, turnover: 30 * 6140 * silver.multiplier, open: 6140 }
    expect(infer(turned)).toMatchObject({ price: 6140, volume: 30, sign: 0, uncertainty: 1 })
  })

  it('keeps its sign at −1 where a third of a tick is no whole number', () => {
    const trade = infer(traded(4, 6146, { bids: [[6140, 5]], asks: [[6140, 5]] }), {
      ...before,
      bids: [[6156, 5]],
      asks: [[6159, 5]],
    })
    expect(trade).toMatchObject({ sign: -1 })
  })

  it('keeps its sign within −1 and 1 and its uncertainty within 0 and 1, whatever the books', () => {
    const price = fc.integer({ min: 6140, max: 6160 })
    const side = fc.oneof(
      fc.constant([] as [number, number][]),
      price.map((level): [number, number][] => [[level, 5]]),
    )
    fc.assert(
      fc.property(side, side, side, side, price, (bids, asks, newBids, newAsks, mean) => {
        const trade = infer(traded(4, mean, { bids: newBids, asks: newAsks }), {
          ...before,
          bids,
          asks,
        })
        expect(Math.abs(trade!.sign)).toBeLessThanOrEqual(1)
        expect(trade!.uncertainty).toBeGreaterThanOrEqual(0)
        expect(trade!.uncertainty).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('a trading day', () => {
  it.each<[string, QuoteTerms, boolean]>([
    ['turns when volume falls', { ...before, volume: 3 }, true],
    ['turns when the opening price is another', { ...before, volume: 2_000, open: 6101 }, true],
    ['goes on when the opening price is lost', { ...before, open: NaN }, false],
    ['goes on when turnover falls', { ...before, turnover: 1 }, false],
    ['goes on when nothing changes', before, false],
  ])('%s', (_, now, turned) => {
    expect(startsTradingDay(quoteFixture(before), quoteFixture(now))).toBe(turned)
  })

  it('turns when the settlement price before it is another', () => {
    const [then, now] = [6000, 6010].map((preSettlement) => quoteFixture({ preSettlement }))
    expect(startsTradingDay(then!, now!)).toBe(true)
  })
})
