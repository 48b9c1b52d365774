import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Trend } from '../../../src/core/desk/trend.ts'
import { WatchList, searchWords } from '../../../src/core/desk/watch-list.ts'
import type { InstrumentId, Micros, Symbol } from '../../../src/core/domain/index.ts'
import { instrumentFixture } from '../instrument-fixture.ts'
import { quoteFixture } from '../quote-fixture.ts'

const SILVER = instrumentFixture()
const GOLD = instrumentFixture({ id: 1 as InstrumentId, symbol: 'SHFE.au2012' as Symbol })
const second = 1_000_000

function listOf(): WatchList {
  const list = new WatchList()
  list.direct([SILVER, undefined, GOLD])
  return list
}

const symbolsOf = (list: WatchList): readonly string[] => list.rows.map(({ symbol }) => symbol)

describe('the watch list', () => {
  it('holds every instrument, but for those that were taken off', () => {
    const list = listOf()
    expect(symbolsOf(list)).toEqual(['SHFE.ag2012', 'SHFE.au2012'])
    list.remove(['SHFE.ag2012'])
    expect([symbolsOf(list), list.hidden, list.others]).toEqual([
      ['SHFE.au2012'],
      ['SHFE.ag2012'],
      [SILVER],
    ])
    list.add(['SHFE.ag2012'])
    expect(symbolsOf(list)).toEqual(['SHFE.ag2012', 'SHFE.au2012'])
  })

  it('restores what was taken off, and passes over what makes no sense', () => {
    const list = listOf()
    list.restore('nonsense')
    list.restore([7, 'SHFE.au2012', 'DCE.i2101'])
    expect([symbolsOf(list), list.hidden]).toEqual([['SHFE.ag2012'], ['DCE.i2101', 'SHFE.au2012']])
  })

  it('keeps a row as long as its instrument is known', () => {
    const list = listOf()
    const [row] = list.rows
    list.take(quoteFixture({ last: 6_150 }))
    list.direct([SILVER, undefined, GOLD])
    expect(list.rows[0]).toBe(row)
    expect(row?.quote?.last).toBe(6_150)
  })

  it('flashes a price at most once a second, and none where too many change', () => {
    const list = listOf()
    const [row] = list.rows
    const told = (at: number, last: number): readonly unknown[] => {
      list.take(quoteFixture({ at, last }))
      return [row?.flash, row?.flashNumber]
    }
    expect([
      told(second, 6_150),
      told(2 * second, 6_151),
      told(2.5 * second, 6_152),
      told(4 * second, 6_152),
      told(5 * second, 6_150),
    ]).toEqual([
      ['', 0],
      ['up', 1],
      ['up', 1],
      ['up', 1],
      ['down', 2],
    ])
    for (let change = 0; change < 30; change++) told(6.9 * second, 6_000 + change)
    expect(row?.flashNumber).toBe(3)
  })

  it('is searched by code, symbol, product and name in both languages', () => {
    expect(searchWords(SILVER)).toBe('ag2012 SHFE.ag2012 ag Silver 白银')
  })
})

describe('a trend', () => {
  it('covers all prices in a bounded number of points, the newest last', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 900 }),
        (prices) => {
          const trend = new Trend()
          for (const [place, price] of prices.entries())
            trend.add((place * second) as Micros, price)
          expect(trend.points.length).toBeLessThan(64)
          expect(trend.points.at(-1)).toBe(prices.at(-1))
          expect(trend.points.every((point) => prices.includes(point))).toBe(true)
        },
      ),
    )
  })
})
