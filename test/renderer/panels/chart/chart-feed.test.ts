import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Micros } from '../../../../src/core/domain/index.ts'
import { ChartFeed } from '../../../../src/renderer/panels/chart/chart-feed.ts'
import { instrumentFixture } from '../../../core/instrument-fixture.ts'
import { feeds, rowsOf, seriesOf } from '../../../core/desk/chart-fixture.ts'
import { quoteFixture } from '../../../core/quote-fixture.ts'
import { FakeDesk } from './fake-feed-desk.ts'

describe('the feed of a chart', () => {
  it('has no hole, whenever it begins and however far history lags behind', async () => {
    const places = fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 7 }))
    await fc.assert(
      fc.asyncProperty(feeds(), places, async (whole, [begin, lag, most]) => {
        fc.pre(whole.length > 0)
        const desk = new FakeDesk()
        // A stamp that is asked for again is told whole: more rows than ticks of one stamp.
        desk.most = most + 40
        const first = begin % whole.length
        desk.hear(whole[first]!)
        const feed = new ChartFeed(desk, instrumentFixture(), () => undefined, desk.after)
        for (let index = first + 1; index < whole.length; index++) {
          desk.hear(whole[index]!)
          desk.told = whole.slice(0, Math.max(0, index - (lag % 10)))
          await desk.pass()
        }
        desk.told = whole
        for (let turn = 0; turn < 4; turn++) await desk.pass()
        expect(feed.history).toEqual({ kind: 'joined' })
        expect(rowsOf(feed.series)).toEqual(rowsOf(seriesOf(whole)))
        feed.close()
      }),
      { numRuns: 60 },
    )
  })

  it('says that history is away, shows what it hears, and joins once history is back', async () => {
    const [whole = []] = fc.sample(feeds(40, 25), 1)
    const desk = new FakeDesk()
    desk.away = true
    for (const quote of whole.slice(0, 10)) desk.hear(quote)
    const feed = new ChartFeed(desk, instrumentFixture(), () => undefined, desk.after)
    for (const quote of whole.slice(10)) desk.hear(quote)
    await desk.pass()
    expect([feed.history.kind, feed.series.count]).toEqual(['away', whole.length - 9])
    desk.away = false
    desk.told = whole
    for (let turn = 0; turn < 3; turn++) await desk.pass()
    expect([feed.history.kind, feed.series.count]).toEqual(['joined', whole.length])
  })

  it('asks for the rest at once where an answer was cut', async () => {
    const quotes = Array.from({ length: 30 }, (_, index) => {
      const [quote] = fc.sample(feeds(1, 1), 1)[0]!
      return { ...quote!, at: (1_600_000_000_000_000 + index * 500_000) as Micros, feedSeq: 0 }
    })
    const desk = new FakeDesk()
    desk.most = 8
    desk.told = quotes
    desk.hear(quotes.at(-1)!)
    const feed = new ChartFeed(desk, instrumentFixture(), () => undefined, desk.after)
    for (let turn = 0; turn < 6; turn++) await desk.pass()
    expect([feed.history.kind, feed.series.count]).toEqual(['joined', 30])
  })

  it('asks for what is older until there is nothing, and then no more', async () => {
    const desk = new FakeDesk()
    const [whole = []] = fc.sample(feeds(40, 6), 1)
    desk.told = whole
    desk.hear(whole.at(-1)!)
    const feed = new ChartFeed(desk, instrumentFixture(), () => undefined, desk.after)
    await desk.pass()
    const before = desk.asked.length
    for (let turn = 0; turn < 5; turn++) await feed.earlier()
    expect(desk.asked.slice(before).map(({ kind }) => kind)).toEqual(['ticks', 'chart'])
  })

  const ticks = Array.from({ length: 12 }, (_, index) =>
    quoteFixture({ at: 1_600_000_000_000_000 + index * 500_000 }),
  )
  const ALL = { from: ticks[0]!.at, to: ticks.at(-1)!.at }

  /** Hears the first ticks, none of some that follow, and the rest. */
  async function broken(desk: FakeDesk) {
    let told = 0
    desk.hear(ticks[0]!)
    const feed = new ChartFeed(desk, instrumentFixture(), () => told++, desk.after)
    for (const tick of ticks.slice(1, 5)) desk.hear(tick)
    await desk.pass()
    const before = told
    desk.breaks()
    desk.breaks(7)
    const isToldOnce = told === before + 1
    for (const tick of ticks.slice(9)) desk.hear(tick)
    return { feed, isToldOnce }
  }

  it('knows of a hole from where its line broke, until history told of it', async () => {
    const desk = new FakeDesk()
    const { feed, isToldOnce } = await broken(desk)
    const hole = { from: ticks[4]!.at, to: ticks[9]!.at, missed: 7 }
    expect([isToldOnce, feed.whole.holes(ALL)]).toEqual([true, [hole]])
    desk.told = ticks.slice(0, 7)
    for (let turn = 0; turn < 2; turn++) await desk.pass()
    expect(feed.whole.holes(ALL)).toEqual([{ from: ticks[6]!.at, to: ticks[9]!.at, missed: NaN }])
    expect(feed.history.kind).toBe('asking')
    desk.told = ticks.slice(0, 11)
    for (let turn = 0; turn < 3; turn++) await desk.pass()
    expect([feed.history.kind, feed.whole.holes(ALL), feed.fetched]).toEqual(['joined', [], 4])
  })

  it('keeps the hole while history is away', async () => {
    const desk = new FakeDesk()
    desk.away = true
    const { feed } = await broken(desk)
    for (let turn = 0; turn < 3; turn++) await desk.pass()
    expect([feed.history.kind, feed.whole.holes(ALL).length]).toEqual(['away', 1])
  })

  it('is told when a hole is gone, though nothing was traded in it', async () => {
    const desk = new FakeDesk()
    let told = 0
    const few = [...ticks.slice(0, 5), ...ticks.slice(9)]
    desk.hear(few[0]!)
    const feed = new ChartFeed(desk, instrumentFixture(), () => told++, desk.after)
    for (const tick of few.slice(1, 5)) desk.hear(tick)
    desk.told = few.slice(0, 5)
    await desk.pass()
    desk.breaks()
    for (const tick of few.slice(5)) desk.hear(tick)
    await desk.pass()
    const [before, holes] = [told, feed.whole.holes(ALL).length]
    desk.told = few
    for (let turn = 0; turn < 2; turn++) await desk.pass()
    expect([holes, feed.whole.holes(ALL), told > before]).toEqual([1, [], true])
  })
})
