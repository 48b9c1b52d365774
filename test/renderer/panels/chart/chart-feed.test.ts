import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { failure } from '../../../../src/core/contracts/index.ts'
import type { Failure } from '../../../../src/core/contracts/index.ts'
import type { Micros, Quote, Result } from '../../../../src/core/domain/index.ts'
import { failed, ok } from '../../../../src/core/domain/index.ts'
import type { Answer, Question } from '../../../../src/core/history/index.ts'
import { ANSWER_COLUMNS } from '../../../../src/core/history/index.ts'
import { tickRow } from '../../../../src/core/history/rows/index.ts'
import type { DeskListener } from '../../../../src/renderer/desk/index.ts'
import type { FeedDesk } from '../../../../src/renderer/panels/chart/chart-feed.ts'
import { ChartFeed } from '../../../../src/renderer/panels/chart/chart-feed.ts'
import { instrumentFixture } from '../../../core/instrument-fixture.ts'
import { DAY, feeds, rowsOf, seriesOf } from '../../../core/desk/chart-fixture.ts'

const TAPE = { mode: 'simulated', profile: 'demo', runId: '' } as const
const COLUMNS = Object.keys(ANSWER_COLUMNS.ticks)

/** A desk whose history is written some ticks behind the feed, and may be away. */
class FakeDesk implements FeedDesk {
  away = false
  told: readonly Quote[] = []
  most = 10_000
  readonly asked: Question[] = []
  readonly #listeners: DeskListener[] = []
  #newest: Quote | undefined
  #waiting: (() => void)[] = []

  readonly replica = { state: { tradingDay: DAY } } as FeedDesk['replica']
  readonly session = {
    opening: { origin: TAPE, runId: '' } as unknown as FeedDesk['session']['opening'],
    history: (question: Question): Promise<Result<Answer, Failure>> => {
      this.asked.push(question)
      if (this.away) return Promise.resolve(failed(failure('store.unreachable', 'no store')))
      return Promise.resolve(ok(this.#answer(question)))
    },
  }

  listen(listener: DeskListener): () => void {
    this.#listeners.push(listener)
    return () => undefined
  }

  quoteOf(): Quote | undefined {
    return this.#newest
  }

  sessionNow(): Micros {
    return this.#newest?.at ?? (0 as Micros)
  }

  hear(quote: Quote): void {
    this.#newest = quote
    for (const listener of this.#listeners) listener.onQuote?.(quote, undefined)
  }

  readonly after = (_: number, call: () => void): (() => void) => {
    this.#waiting.push(call)
    return () => void (this.#waiting = this.#waiting.filter((each) => each !== call))
  }

  /** Lets all that waits for time go on, and all that is asked be answered. */
  async pass(): Promise<void> {
    const due = this.#waiting
    this.#waiting = []
    for (const call of due) call()
    for (let turn = 0; turn < 10; turn++) await Promise.resolve()
  }

  #answer(question: Question): Answer {
    if (question.kind !== 'ticks') return { columns: [], rows: [], capped: false }
    const { from, to } = question
    const within = this.told.filter(({ at }) => at >= from && at < to)
    const rows = within.slice(0, this.most).map((quote) => {
      const row = tickRow(TAPE, DAY, 'SHFE.ag2012', quote) as unknown as Record<string, number>
      return COLUMNS.map((name) => row[name]!)
    })
    return { columns: COLUMNS, rows, capped: within.length > this.most }
  }
}

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
})
