import { failure } from '../../../../src/core/contracts/index.ts'
import type { Failure } from '../../../../src/core/contracts/index.ts'
import type { Micros, Quote, Result } from '../../../../src/core/domain/index.ts'
import { failed, ok } from '../../../../src/core/domain/index.ts'
import type { Answer, Question } from '../../../../src/core/history/index.ts'
import { ANSWER_COLUMNS } from '../../../../src/core/history/index.ts'
import { tickRow } from '../../../../src/core/history/rows/index.ts'
import type { DeskListener } from '../../../../src/renderer/desk/index.ts'
import type { FeedDesk } from '../../../../src/renderer/panels/chart/feed-desk.ts'
import { DAY } from '../../../core/desk/chart-fixture.ts'

const TAPE = { mode: 'simulated', profile: 'demo', runId: '' } as const
const COLUMNS = Object.keys(ANSWER_COLUMNS.ticks)

/** A desk whose history is written some ticks behind the feed, and may be away. */
export class FakeDesk implements FeedDesk {
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

  /** The line, or the gateway's, broke. */
  breaks(missed = NaN): void {
    for (const listener of this.#listeners) listener.onBreak?.(missed)
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
