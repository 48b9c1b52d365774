import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { derivedRate, feeFacts } from '../../../scripts/resources/fee-facts.ts'
import { limitFacts } from '../../../scripts/resources/limit-facts.ts'
import { marginFacts, marginRuns } from '../../../scripts/resources/margin-facts.ts'
import type { RawObservation, RawProduct } from '../../../scripts/resources/raw-products.ts'
import { fraction, tickFacts } from '../../../scripts/resources/tick-facts.ts'

const product: RawProduct = {
  id: 'xx',
  exchange: 'DCE',
  name_zh: '',
  name_en: '',
  unit: { lot: '', price: '' },
  price_tick: [],
  volume_multiple: [],
  max_order_volume: [],
  session_timeline: { changes: [], source: '' },
}

function observed(date: string, price: number, ratio: number, fee: number): RawObservation {
  return {
    date,
    contract: 'xx2010',
    margin: price * 10 * ratio,
    commission: price * 10 * fee,
    last: price,
  }
}

describe('margins and fees derived from observations', () => {
  it('find the ratio and the share of the value behind amounts a lot', () => {
    const prices = fc.uniqueArray(fc.integer({ min: 2_001, max: 4_999 }), {
      minLength: 2,
      maxLength: 8,
    })
    fc.assert(
      fc.property(prices, fc.integer({ min: 5, max: 20 }), (prices, percent) => {
        const seen = prices.map((price, index) =>
          observed(`2020-01-0${index + 1}`, price, percent / 100, 0.0001),
        )
        const runs = marginRuns(seen, 10, 1)
        expect(runs.map(({ ratio, observations }) => [ratio, observations])).toEqual([
          [percent / 100, seen],
        ])
        expect(derivedRate(seen, runs, 10)).toEqual({ by: 'value', rate: 0.0001 })
      }),
    )
  })

  it('take the higher margin between two dates', () => {
    const seen = [
      observed('2020-01-02', 3_001, 0.07, 0),
      observed('2020-02-03', 3_003, 0.07, 0),
      observed('2020-03-02', 3_007, 0.1, 0),
      observed('2020-04-01', 3_011, 0.1, 0),
      observed('2020-05-06', 3_013, 0.05, 0),
      observed('2020-06-01', 3_017, 0.05, 0),
    ]
    const facts = marginFacts(product, marginRuns(seen, 10, 1))
    expect(facts.map(({ from, ratio }) => [from, ratio])).toEqual([
      [undefined, 0.07],
      [20_200_204, 0.1],
      [20_200_506, 0.05],
    ])
  })

  it('are not made without a price to check with', () => {
    const { last: _, ...unpriced } = observed('2020-01-02', 3_001, 0.07, 0)
    expect(marginRuns([unpriced], 10, 1)).toEqual([])
  })

  it('charge by lot where the amount never changes, closing today by an agreeing table', () => {
    const seen = [3_001, 3_502].map((price, index) => ({
      ...observed(`2020-01-0${index + 1}`, price, 0.07, 0),
      commission: 1.4,
    }))
    const table = {
      by: 'lot',
      open: 1.4,
      close: 1.4,
      observed: '2021-12-05',
      source: 'WTF',
    } as const
    const agreeing = { ...product, fee_wondertrader: { ...table, close_today: 0 } }
    const differing = { ...agreeing, fee_wondertrader: { ...table, open: 3, close_today: 0 } }
    const rates = (raw: RawProduct): unknown =>
      feeFacts(raw, marginRuns(seen, 10, 1), seen, 10).map(({ from, open, closeToday }) => [
        from,
        open,
        closeToday,
      ])
    expect(rates(agreeing)).toEqual([
      [undefined, [0, 140], [0, 140]],
      [20_211_205, [0, 140], [0, 0]],
    ])
    expect(rates(differing)).toEqual([[undefined, [0, 140], [0, 140]]])
  })
})

describe('ticks and limits', () => {
  it('are exact fractions', () => {
    expect([10, 0.5, 0.02, 0.005].map(fraction)).toEqual([
      { units: 10, scale: 1 },
      { units: 5, scale: 10 },
      { units: 2, scale: 100 },
      { units: 5, scale: 1_000 },
    ])
    expect(() => fraction(1 / 3)).toThrow('more than four decimals')
  })

  it('hold from the last possible day where the change lies between two', () => {
    const facts = tickFacts([
      { value: 2, source: ['TQ'] },
      { value: 1, source: ['WT'], valid_from_between: ['2020-08-22', '2022-03-17'] },
    ])
    expect(facts).toEqual([
      { units: 2, scale: 1, source: 'TQ' },
      {
        units: 1,
        scale: 1,
        from: 20_220_317,
        approximate: true,
        note: 'changed on some day from 2020-08-22 to 2022-03-17',
        source: 'WT',
      },
    ])
  })

  it('fall early and rise late', () => {
    const seen = (limit: number, first: string, last: string) =>
      ({ limit, market: limit, observed: [first, last], source: 'TQ' }) as const
    const raw = {
      ...product,
      max_order_volume: [
        seen(500, '2019-01-02', '2019-02-01'),
        seen(100, '2020-01-02', '2020-02-28'),
        seen(900, '2021-01-04', '2021-02-01'),
      ],
    }
    expect(limitFacts(raw).map(({ from, limit }) => [from, limit])).toEqual([
      [undefined, 500],
      [20_190_202, 100],
      [20_210_104, 900],
    ])
  })
})
