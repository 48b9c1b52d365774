import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareTicks, joinTicks, meets } from '../../../src/core/desk/chart-join.ts'
import { TICKS_KEPT, TickSeries } from '../../../src/core/desk/chart-ticks.ts'
import { instrumentFixture } from '../instrument-fixture.ts'
import { quoteFixture } from '../quote-fixture.ts'
import { DAY, feeds, rowsOf, seriesOf } from './chart-fixture.ts'

describe('ticks of a chart', () => {
  it('join history and the live edge, wherever they overlap, to the same series as the whole', () => {
    const cut = fc.tuple(fc.nat(), fc.nat())
    fc.assert(
      fc.property(feeds(), cut, (whole, [one, other]) => {
        const places = [one, other].map((place) => place % (whole.length + 1))
        const [from, to] = [Math.min(...places), Math.max(...places)]
        const live = seriesOf(whole.slice(from))
        const told = whole.slice(0, to)
        live.insert({ quotes: told, days: told.map(() => DAY) })
        expect(rowsOf(live)).toEqual(rowsOf(seriesOf(whole)))
      }),
    )
  })

  it('find a place for every row that the window missed', () => {
    fc.assert(
      fc.property(feeds(), fc.array(fc.boolean()), (whole, heard) => {
        const live = seriesOf(whole.filter((_, index) => heard[index] ?? true))
        live.insert({ quotes: whole, days: whole.map(() => DAY) })
        expect(rowsOf(live)).toEqual(rowsOf(seriesOf(whole)))
      }),
    )
  })

  it('stay as they are, indices and all, where history tells nothing new', () => {
    const quotes = [10, 20, 30].map((at) => quoteFixture({ at }))
    const series = seriesOf(quotes)
    const told = { quotes: quotes.slice(0, 2), days: [DAY, DAY] }
    expect([series.insert(told), series.generation]).toEqual([false, 0])
  })

  it('refuse a tick that came before', () => {
    const series = new TickSeries(instrumentFixture())
    const taken = [20, 20, 10, 30].map((at) => series.append(quoteFixture({ at }), DAY))
    expect([taken, series.count]).toEqual([[true, false, false, true], 2])
  })

  it('give two ticks of one microsecond keys that rise', () => {
    fc.assert(
      fc.property(feeds(), (quotes) => {
        const { columns, count } = seriesOf(quotes)
        for (let index = 0; index < count; index++) {
          const before = index === 0 ? -Infinity : columns.key[index - 1]!
          expect(columns.key[index]).toBe(Math.max(columns.at[index]!, before + 1))
        }
      }),
    )
  })

  it('are bounded: the oldest go, and whoever kept indices is told', () => {
    const series = new TickSeries(instrumentFixture())
    const most = TICKS_KEPT + 4_000
    for (let at = 1; at <= most + 1; at++) series.append(quoteFixture({ at }), DAY)
    expect([series.count, series.columns.at[0], series.generation]).toEqual([
      TICKS_KEPT + 1,
      4_001,
      1,
    ])
  })

  it('find the tick of a moment', () => {
    const series = seriesOf(
      [10, 20, 20, 30].map((at, feedSeq) => ({ ...quoteFixture({ at }), feedSeq })),
    )
    expect([9, 10, 15, 20, 99].map((at) => series.indexAt(at))).toEqual([-1, 0, 0, 2, 3])
  })
})

describe('joining', () => {
  it('keeps order and every tick once', () => {
    fc.assert(
      fc.property(feeds(), fc.array(fc.boolean()), fc.array(fc.boolean()), (whole, one, other) => {
        const left = whole.filter((_, index) => one[index] ?? true)
        const right = whole.filter((_, index) => other[index] ?? false)
        const union = whole.filter((quote) => left.includes(quote) || right.includes(quote))
        expect(joinTicks(left, right).map(({ at, feedSeq }) => [at, feedSeq])).toEqual(
          union.map(({ at, feedSeq }) => [at, feedSeq]),
        )
      }),
    )
  })

  it('meets where the newest told is one that was heard live', () => {
    const tick = (at: number, feedSeq: number) => ({ ...quoteFixture({ at }), feedSeq })
    expect([
      meets(tick(10, 0), tick(10, 0)),
      meets(tick(10, 1), tick(10, 0)),
      meets(tick(10, 0), tick(10, 1)),
      meets(undefined, tick(10, 0)),
      meets(undefined, undefined),
    ]).toEqual([true, true, false, false, true])
    expect(compareTicks(tick(9, 5), tick(10, 0))).toBeLessThan(0)
  })
})
