import type { BeatFact, StateFact } from '../../core/contracts/index.ts'
import { decidesBySession } from '../../core/contracts/index.ts'
import type { Standing, ToldFact } from '../../core/contracts/window-frame.ts'
import type { Instrument, InstrumentId, Micros, Quote, Symbol } from '../../core/domain/index.ts'
import { Freshness } from '../../core/engine/gateway/freshness.ts'
import type { Staleness } from '../../core/engine/gateway/staleness.ts'
import type { Replica } from '../../core/replica/index.ts'
import { runOf, sessionNow } from '../../core/replica/index.ts'
import type { Session, SessionStatus } from '../session/index.ts'
import { CommandBook } from './command-book.ts'
import { Focus } from './focus.ts'
import { Frames } from './frames.ts'
import type { FrameParts } from './frames.ts'
import { Measures } from './measures.ts'
import { Shedding } from './shedding.ts'
import { slicesOf } from './slices.ts'

/** A line that says nothing for so long, in µs, is told of in words; before that by chips alone. */
export const QUIET_LINE = 2_000_000

/** Whoever keeps a model of his own of what passes; called before the paint, in order. */
export interface DeskListener {
  /** Everything begins anew: what was kept of the past is void. */
  readonly onOpening?: (replica: Replica) => void
  /** @param before the one that it replaces; undefined for the first. */
  readonly onQuote?: (quote: Quote, before: Quote | undefined) => void
  readonly onFact?: (source: string, fact: ToldFact) => void
  /**
   * Not every quote is told from here on until the next one comes. Told again as more is known of
   * it. @param missed quotes of all contracts together; NaN where nobody counts.
   */
  readonly onBreak?: (missed: number) => void
}

/** What one window knows, wants and paints. */
export class Desk {
  readonly session: Session
  readonly frames: Frames
  readonly commands: CommandBook
  readonly focus: Focus
  readonly freshness = new Freshness()
  readonly measures = new Measures()
  readonly shedding = new Shedding()
  /** How often something was missed, of main or of a process. */
  gaps = 0
  /** Session time since which trading is not active, a flatten from its begin; NaN while it is. */
  stoppedSince = NaN as Micros
  readonly #now: () => number
  /** Monotonic: when the gateway last beat and did its work; NaN before that. */
  #vouchedAt = NaN
  readonly #listeners = new Set<DeskListener>()
  readonly #before: (Quote | undefined)[] = []
  /** Processes of which something is missing now. */
  readonly #lost = new Set<string>()

  constructor(session: Session, parts: FrameParts) {
    this.session = session
    this.#now = parts.now
    this.frames = new Frames(parts)
    this.commands = new CommandBook(session, () => this.frames.mark('commands'), parts.now)
    this.focus = new Focus(() => this.frames.mark('focus'))
    this.frames.watch((work, at) => this.measures.frame(this.shedding.take(work, at)))
    session.listen({
      onOpening: (replica) => this.#begin(replica),
      onChanges: (frame) => {
        for (const { name, line } of frame.sources) {
          this.#gap(name, line === 'lost')
          this.frames.mark('sources')
        }
        for (const { source, fact } of frame.facts) this.#tell(source, fact)
        for (const { source, fact } of frame.latest) this.#tell(source, fact)
        for (const quote of frame.quotes) this.#quote(quote)
        // Quotes that came along were told before.
        for (const standing of frame.sources) this.#lose(standing)
      },
      onStatus: ({ phase }) => {
        if (phase !== 'following') this.#break(NaN)
        this.frames.mark('link')
      },
    })
  }

  /** What is known; undefined before the first word of main. */
  get replica(): Replica | undefined {
    return this.session.replica
  }

  get status(): SessionStatus {
    return this.session.status
  }

  /** @returns what ends it. */
  listen(listener: DeskListener): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** How long the line to main has been as it is, in µs. */
  lineAge(): number {
    return (this.#now() - this.session.status.since) * 1000
  }

  /**
   * µs for which nothing was heard of all that is shown: 0 while the line says something, NaN where
   * nobody knows.
   */
  unheard(): number {
    const { phase, old, behindMillis } = this.session.status
    if (phase !== 'following') return this.lineAge()
    return old ? behindMillis * 1000 : 0
  }

  /**
   * µs since the gateway vouched for the account: by a beat, with which nothing keeps it from its
   * venue or its journal. An account changes seldom; that it did not change is news as well. NaN
   * where nobody knows.
   */
  accountAge(): number {
    return Math.max(0, this.session.monotonic() - this.#vouchedAt)
  }

  instrument(symbol: Symbol | string): Instrument | undefined {
    return this.replica?.state.instruments.find((each) => each?.symbol === symbol)
  }

  quoteOf(instrument: InstrumentId): Quote | undefined {
    return this.replica?.state.quotes[instrument]
  }

  /** Session time now: it stands while a replay is paused, and while nothing is heard. */
  sessionNow(): Micros {
    const { replica, session } = this
    if (replica === undefined) return 0 as Micros
    const now = session.monotonic()
    if (Number.isNaN(now) || session.status.old) return replica.session.at
    return sessionNow(replica.session, now, this.#speed)
  }

  /** Session against wall time: 0 while it stands, or jumps. */
  get #speed(): number {
    const run = this.replica && runOf(this.replica)
    const speed = run === undefined ? 1 : run.phase === 'playing' ? run.speed : 0
    return Number.isFinite(speed) ? speed : 0
  }

  /** Whether a quote is old: by its own age, or because nothing is heard of any. */
  isQuoteOld(instrument: InstrumentId): boolean {
    return this.status.old || this.freshness.isOld(instrument, this.sessionNow())
  }

  /** Why the gate would let nothing be opened on the quote, as far as is known here. */
  staleness(instrument: InstrumentId): Staleness | undefined {
    return this.freshness.judge(instrument, this.sessionNow())
  }

  /** A loss is told again when its extent is known. */
  #gap(name: string, isLost: boolean): void {
    if (!isLost) this.#lost.delete(name)
    else if (!this.#lost.has(name)) {
      this.#lost.add(name)
      this.gaps++
    }
  }

  #lose({ name, line, missed }: Standing): void {
    if (line === 'lost' && name === this.replica?.gateway) this.#break(missed)
  }

  #break(missed: number): void {
    for (const listener of this.#listeners) listener.onBreak?.(missed)
  }

  #begin(replica: Replica): void {
    for (const [name, { standing }] of replica.sources) {
      if (standing.line !== 'lost') this.#lost.delete(name)
    }
    this.#before.length = 0
    this.freshness.clear()
    this.#vouchedAt = NaN
    for (const [name, { beat }] of replica.sources) if (beat !== undefined) this.#hear(name, beat)
    for (const listener of this.#listeners) listener.onOpening?.(replica)
    for (const quote of replica.state.quotes) if (quote !== undefined) this.#quote(quote)
    this.focus.take(replica)
    this.stoppedSince = NaN as Micros
    this.#stops(replica.state.trading)
    this.frames.markAll()
  }

  #tell(source: string, fact: ToldFact): void {
    if (fact.kind === 'state') this.#stops(fact)
    if (fact.kind === 'beat') this.#hear(source, fact)
    for (const slice of slicesOf(fact)) this.frames.mark(slice)
    for (const listener of this.#listeners) listener.onFact?.(source, fact)
  }

  #stops({ state, at }: StateFact): void {
    if (state === 'active') this.stoppedSince = NaN as Micros
    else if (Number.isNaN(this.stoppedSince)) this.stoppedSince = at
  }

  /**
   * Where the exchange is the market, its beat is the feed's sign of life, as it is at the gate: at
   * the session time at which it was said, however late it is heard here.
   */
  #hear(source: string, { at, ready }: BeatFact): void {
    const { replica, session } = this
    if (ready && source === replica?.gateway) this.#vouchedAt = at
    const mode = session.opening?.origin.mode
    if (replica === undefined || mode === undefined || !decidesBySession(mode)) return
    if (replica.sources.get(source)?.standing.worker !== 'exchange') return
    this.freshness.beat(sessionNow(replica.session, at, this.#speed))
  }

  #quote(quote: Quote): void {
    const before = this.#before[quote.instrument]
    this.#before[quote.instrument] = quote
    this.freshness.quote(quote.instrument, quote.at)
    for (const listener of this.#listeners) listener.onQuote?.(quote, before)
    this.frames.mark('quotes')
  }
}
