// Long because ticks, stretches and bars are asked of one history, and joined with what is heard.
import type { Failure } from '../../../core/contracts/index.ts'
import { WholeTime } from '../../../core/desk/chart-gaps.ts'
import { meets } from '../../../core/desk/chart-join.ts'
import type { ToldBar, ToldTicks } from '../../../core/desk/chart-rows.ts'
import { barsOfAnswer, quotesOf } from '../../../core/desk/chart-rows.ts'
import { TICKS_KEPT, TickSeries } from '../../../core/desk/chart-ticks.ts'
import type { Instrument, Quote } from '../../../core/domain/index.ts'
import { MICROS_PER_MINUTE, MICROS_PER_SECOND } from '../../../core/domain/index.ts'
import type { Answer, Question, Tape } from '../../../core/history/index.ts'
import type { After, FeedDesk } from './feed-desk.ts'
import { afterWall } from './feed-desk.ts'

/** How far back a chart begins. */
const BACK = 30 * MICROS_PER_MINUTE
const ROWS = 10_000
/** While history has not caught up with the live edge. */
const AGAIN_SOON = 1_000
/** What the window was not told, because frames are fewer than ticks, history tells later. */
const AGAIN_LATER = 20_000
const AGAIN_AFTER_FAILURE = 3_000
/** Stretches of a span that is older than the ticks here. */
const PAST_STRETCHES = 800
const BARS = 600
const MOST_BARS = 4_800

export type HistoryState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'joined' }
  | { readonly kind: 'away'; readonly why: Failure }

/**
 * Ticks of one instrument for one chart: live ones from the first moment on, and what history
 * tells of before, asked until both overlap, so that nothing is missing in between.
 */
export class ChartFeed {
  readonly series: TickSeries
  readonly whole = new WholeTime()
  /** Ticks that history told of, so far. */
  fetched = 0
  /** Older than the ticks, thinned out; empty until somebody pans there. */
  past: readonly ToldBar[] = []
  bars: readonly ToldBar[] = []
  history: HistoryState = { kind: 'asking' }
  /** Counts changes other than ticks at the end. */
  revision = 0
  readonly #desk: FeedDesk
  readonly #after: After
  readonly #changed: () => void
  readonly #release: () => void
  #oldestLive: Quote | undefined
  #told: Quote | undefined
  #callOff: () => void = () => undefined
  #earliest = false
  #asking = false
  #joining = false
  #barLength = 0
  #bars = BARS
  #barsFailed = false
  /** Nothing older than what is here. */
  #exhausted = false
  #closed = false

  /** @param changed called when history told something, or is away. */
  constructor(
    desk: FeedDesk,
    instrument: Instrument,
    changed: () => void,
    after: After = afterWall,
  ) {
    this.#desk = desk
    this.#after = after
    this.#changed = changed
    this.series = new TickSeries(instrument)
    this.#release = desk.listen({
      onQuote: (quote) => {
        if (quote.instrument === instrument.id) this.#live(quote)
      },
      onOpening: () => this.#again(),
      onBreak: (missed) => this.#break(missed),
    })
    const quote = desk.quoteOf(instrument.id)
    if (quote !== undefined) this.#live(quote)
    void this.#join()
  }

  close(): void {
    this.#closed = true
    this.#release()
    this.#callOff()
  }

  /** Older ticks; once there is no room for more, or none, stretches of a longer span. */
  async earlier(): Promise<void> {
    const [first] = this.series.columns.at
    const idle = !this.#asking && !this.#closed && !this.#exhausted
    if (!idle || this.series.count === 0 || first === undefined) return
    this.#asking = true
    if (!this.#earliest && this.series.count < TICKS_KEPT) await this.#olderTicks(first)
    else await this.#olderStretches(first)
    this.#asking = false
  }

  /** What is older than the ticks is given up: back at the live edge it is not seen. */
  forgetPast(): void {
    if (this.past.length === 0) return
    this.past = []
    this.#tell()
  }

  /** Bars of a length as history makes them, up to now. */
  async askBars(length: number): Promise<void> {
    this.#barLength = length
    const to = this.#now() + MICROS_PER_SECOND
    const from = Math.max(0, to - this.#bars * length)
    const answer = await this.#ask({ kind: 'bars', ...this.#span(from, to), length })
    this.#barsFailed = answer === undefined
    if (answer === undefined || this.#closed) return
    this.bars = barsOfAnswer(answer)
    this.#tell()
  }

  /** Twice as far back, once all that was asked for is there. */
  async moreBars(): Promise<void> {
    const few = this.bars.length < 0.5 * this.#bars || this.#bars >= MOST_BARS
    if (this.#asking || few || this.#barLength === 0) return
    this.#asking = true
    this.#bars *= 2
    await this.askBars(this.#barLength)
    this.#asking = false
  }

  /** Bars between those that history told of and the ticks here: some were dropped meanwhile. */
  mendBars(): void {
    const [first = 0] = this.series.columns.at
    const newest = this.bars.at(-1)?.at ?? Infinity
    if (this.#barLength > 0 && newest + this.#barLength < first) void this.askBars(this.#barLength)
  }

  /** Quotes may have passed meanwhile: history knows them. */
  #again(): void {
    this.#exhausted = false
    this.#break(NaN)
    this.#rejoin()
  }

  #rejoin(oldestLive?: Quote): void {
    this.#oldestLive = oldestLive
    this.#callOff()
    if (!this.#joining) void this.#join()
  }

  #break(missed: number): void {
    const { isBroken } = this.whole
    this.whole.breaks(missed)
    if (!isBroken) this.#tell()
  }

  #live(quote: Quote): void {
    this.#oldestLive ??= quote
    const { isBroken } = this.whole
    this.whole.hears(quote.at)
    this.series.append(quote, this.#desk.replica?.state.tradingDay ?? 0)
    // What passed meanwhile history knows.
    if (isBroken) this.#rejoin(quote)
  }

  async #join(): Promise<void> {
    if (this.#closed) return
    const now = this.#now()
    let wait = AGAIN_SOON
    this.#joining = true
    if (now > 0) {
      const from = this.#told?.at ?? Math.max(0, now - BACK)
      const question = { kind: 'ticks', ...this.#span(from, now + MICROS_PER_SECOND) } as const
      const answer = await this.#ask({ ...question, rows: ROWS })
      if (this.#closed) return
      if (answer === undefined) wait = AGAIN_AFTER_FAILURE
      else wait = this.#take(answer, from)
    }
    this.#joining = false
    this.#callOff = this.#after(wait, () => void this.#join())
  }

  /** @returns milliseconds until it is asked again. */
  #take(answer: Answer, from: number): number {
    const told = quotesOf(this.series.instrument, answer)
    const isNews = this.#insert(told, from, told.quotes.at(-1)?.at ?? NaN)
    this.#told = told.quotes.at(-1) ?? this.#told
    const joined = meets(this.#told, this.#oldestLive)
    const before = this.history.kind
    this.history = { kind: joined ? 'joined' : 'asking' }
    if (isNews || before !== this.history.kind) this.#tell()
    if (this.#barsFailed) void this.askBars(this.#barLength)
    if (answer.capped) return 0
    return joined ? AGAIN_LATER : AGAIN_SOON
  }

  async #olderTicks(first: number): Promise<void> {
    const from = Math.max(0, first - BACK)
    const answer = await this.#ask({ kind: 'ticks', ...this.#span(from, first), rows: ROWS })
    if (answer === undefined) return
    // A break of the session may be longer than what was asked for: then stretches bridge it.
    if (answer.rows.length === 0) this.#earliest = true
    const told = quotesOf(this.series.instrument, answer)
    const isAll = this.#isTold(first) && !answer.capped
    if (this.#insert(told, from, isAll ? first : (told.quotes.at(-1)?.at ?? NaN))) this.#tell()
    if (this.#earliest) await this.#olderStretches(first)
  }

  async #olderStretches(first: number): Promise<void> {
    const [oldest] = this.past
    const from = Math.max(0, first - 4 * (first - (oldest?.at ?? first - BACK)))
    const question = { kind: 'chart', ...this.#span(from, first), buckets: PAST_STRETCHES } as const
    const answer = await this.#ask(question)
    if (answer === undefined) return
    const past = barsOfAnswer(answer)
    this.#exhausted = past.length === 0 || past[0]?.at === oldest?.at
    if (this.#exhausted) return
    this.past = past
    this.whole.told(from, this.#isTold(first) ? first : past.at(-1)!.at)
    this.#tell()
  }

  /** History is written up to a moment, or further. */
  #isTold(at: number): boolean {
    return this.#told !== undefined && this.#told.at >= at
  }

  /** @returns whether there is more than before, or fewer holes. */
  #insert(told: ToldTicks, from: number, to: number): boolean {
    const { count } = this.series
    const isInserted = this.series.insert(told)
    this.fetched += Math.max(0, this.series.count - count)
    return this.whole.told(from, to) || isInserted
  }

  /** Undefined where history is away: that is said, too. */
  async #ask(question: Question): Promise<Answer | undefined> {
    const told = await this.#desk.session.history(question)
    if (this.#closed) return undefined
    if (told.ok) {
      if (this.history.kind === 'away') this.history = { kind: 'asking' }
      return told.value
    }
    this.history = { kind: 'away', why: told.error }
    this.#tell()
    return undefined
  }

  #span(from: number, to: number) {
    const { symbol } = this.series.instrument
    return { tape: tapeOf(this.#desk), symbol, from: Math.floor(from), to: Math.ceil(to) }
  }

  #now(): number {
    return Math.max(this.series.newest?.at ?? 0, this.#desk.sessionNow())
  }

  #tell(): void {
    this.revision++
    this.#changed()
  }
}

/** Of what runs here; it changes with the mode, the profile and the run of a replay. */
export function tapeOf({ session }: Pick<FeedDesk, 'session'>): Tape {
  const { opening } = session
  const { mode = 'simulated', profile = '' } = opening?.origin ?? {}
  return { mode, profile, runId: opening?.runId ?? '' }
}
