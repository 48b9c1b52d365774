// Long because everything that a line which breaks changes is seen here, in one place.
import type { Codec } from '../../core/contracts/codec.ts'
import type {
  ChangesFrame,
  OpeningFrame,
  Since,
  WindowFrame,
} from '../../core/contracts/window-frame.ts'
import type {
  CommandReply,
  WindowCommandName,
  WindowCommands,
} from '../../core/contracts/window.ts'
import type { InstrumentId, Micros, Result } from '../../core/domain/index.ts'
import { MICROS_PER_MILLISECOND } from '../../core/domain/index.ts'
import type { Failure } from '../../core/contracts/index.ts'
import { explained } from '../../core/contracts/index.ts'
import type { Answer, Question } from '../../core/history/index.ts'
import type { Replica } from '../../core/replica/index.ts'
import { mirrorOf, takeChanges } from '../../core/replica/index.ts'
import { Asked } from './asked.ts'
import { delayOf } from './back-off.ts'
import { ClockReadings } from './clock-readings.ts'
import type { Ending } from './connection.ts'
import { Connection, senseless } from './connection.ts'
import { MainClock } from './main-clock.ts'
import type { SessionListener, SessionParts } from './parts.ts'
import { Pulse } from './pulse.ts'
import { QuestionQueue } from './question-queue.ts'
import { Standing } from './standing.ts'
import type { SessionStatus } from './status.ts'

/** A line on which main has said nothing for so long is given up. */
const PATIENCE = 10_000
/** Main tells of itself four times a second: after so long without a frame all is taken for old. */
const SILENCE = 2_000
/** Lines in a row that ended because what came on them could not be read. */
const MOST_UNREADABLE = 3

/**
 * This page's copy of what main knows, kept up over a line that may break at any time, and the way
 * for what a person wants. No command is ever sent twice.
 */
export class Session {
  readonly #parts: SessionParts
  readonly #listeners = new Set<Partial<SessionListener>>()
  readonly #clock = new MainClock()
  readonly #asked: Asked
  readonly #readings: ClockReadings
  readonly #questions: QuestionQueue
  readonly #standing: Standing
  readonly #pulse: Pulse
  #codec: Codec
  #connection: Connection | undefined
  #replica: Replica | undefined
  #opening: OpeningFrame | undefined
  /** Where this page has got to. */
  #place: Since | undefined
  /** Whose quotes are wanted; undefined where nobody said. */
  #watched: readonly InstrumentId[] | undefined
  /** Whether anybody can see this page. */
  #seen = true
  /** Main's stamp of the last frame. */
  #toldAt = NaN as Micros
  #unreadable = 0
  #cancelTry: () => void = () => undefined

  constructor(parts: SessionParts) {
    const { now, after, createCodec } = parts
    this.#parts = parts
    this.#codec = createCodec()
    this.#standing = new Standing(now, (status) => this.#tell((each) => each.onStatus?.(status)))
    this.#asked = new Asked(after, (text) => this.#send(text))
    this.#questions = new QuestionQueue((question) => this.#asked.question(question))
    this.#pulse = new Pulse({ now, after, beat: (silence, slept) => this.#beat(silence, slept) })
    const ask = (answered: (at: Micros) => void): boolean => this.#asked.stamp(answered)
    this.#readings = new ClockReadings({ now, after, clock: this.#clock, ask })
  }

  /** What is known; undefined before the first opening. It is another one after each opening. */
  get replica(): Replica | undefined {
    return this.#replica
  }

  /** The frame that the replica began with: it says what runs here. */
  get opening(): OpeningFrame | undefined {
    return this.#opening
  }

  /** The same object until something changes, of which `onStatus` tells. */
  get status(): SessionStatus {
    return this.#standing.status
  }

  /** @returns what ends the telling. */
  listen(listener: Partial<SessionListener>): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Connects, and stays connected from here on. */
  open(): void {
    if (this.#pulse.beats) return
    this.#pulse.begin()
    this.#connect()
  }

  /** Tries at once what would be tried later; also where it was refused. */
  retry(): void {
    if (!this.#pulse.beats || this.#connection !== undefined) return
    this.#unreadable = 0
    this.#connect()
  }

  /** Ends for good. */
  close(): void {
    this.#pulse.stop()
    this.#cancelTry()
    this.#readings.stop()
    this.#connection?.close()
    this.#connection = undefined
    this.#asked.lost(explained('worker.lost/closed'))
    this.#standing.change({ phase: 'lost', nextAttemptAt: NaN, old: true, why: 'it was closed' })
  }

  /**
   * Asks main to do something. Refused at once with `worker.lost`, and nothing sent, while there is
   * no line to main; `unknown` where the line broke before the answer came. Never rejects.
   */
  ask<Name extends Exclude<WindowCommandName, 'history.ask' | 'clock.read'>>(
    name: Name,
    body: WindowCommands[Name]['request'],
  ): Promise<CommandReply> {
    if (name === 'quotes.watch') {
      this.#watched = (body as WindowCommands['quotes.watch']['request']).instruments
    }
    return this.#asked.command(name, body)
  }

  /** Whether anybody can see this page: main tells a hidden one of quotes once a second. */
  see(seen: boolean): void {
    if (seen === this.#seen) return
    this.#seen = seen
    void this.#asked.command('window.seen', { seen })
  }

  /**
   * Asks the history. Fails with `store.…` as the history does, with `worker.lost` where the line
   * to main is down or broke meanwhile. Never rejects.
   */
  history(question: Question): Promise<Result<Answer, Failure>> {
    return this.#questions.ask(question)
  }

  /** Main's monotonic clock now; NaN until it was read. */
  monotonic(): Micros {
    return this.#clock.at(this.#parts.now())
  }

  /** By how many milliseconds `monotonic` may be wrong, at most; NaN until it was read. */
  get clockError(): number {
    return this.#clock.error
  }

  /** What is not asked of what is shown now is not asked at all. */
  #send(text: string): boolean {
    return this.status.phase === 'following' && this.#connection?.send(text) === true
  }

  #connect(): void {
    const { link, after } = this.#parts
    const { phase, attempt } = this.status
    this.#cancelTry()
    this.#standing.change({
      phase: phase === 'refused' ? 'connecting' : phase,
      attempt: attempt + 1,
      nextAttemptAt: NaN,
    })
    const connection = new Connection(link, this.#codec, this.#place, {
      opened: () => undefined,
      frame: (frame) => this.#take(connection, frame),
      reply: (frame) => this.#asked.replied(frame),
      answer: (frame) => this.#asked.answered(frame),
      ended: (ending) => this.#ended(ending),
    })
    this.#connection = connection
    this.#cancelTry = after(PATIENCE, () => connection.drop(silent('bus.lost/no-answer')))
  }

  #take(connection: Connection, frame: WindowFrame): void {
    try {
      if (frame.kind === 'opening') this.#begin(frame)
      else if (frame.kind === 'changes' && this.#replica !== undefined) {
        takeChanges(this.#replica, frame)
      }
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error)
      return connection.drop(senseless(explained('codec.shape/apart', { said })))
    }
    this.#pulse.heard()
    this.#toldAt = frame.at
    this.#place = { life: this.#opening?.origin.epoch ?? 0, position: frame.position }
    if (this.status.phase !== 'following') this.#follow(frame)
    if (frame.kind !== 'resumed') this.#standing.change({ old: false })
    if (frame.kind === 'changes') this.#changed(frame)
    else if (frame.kind === 'opening') this.#opened(frame)
  }

  #begin(frame: OpeningFrame): void {
    this.#replica = mirrorOf(frame)
    this.#opening = frame
    // Numbers of instruments are another life's.
    this.#watched = undefined
  }

  #opened(frame: OpeningFrame): void {
    const { replica } = this
    if (replica !== undefined) this.#tell((each) => each.onOpening?.(replica, frame))
  }

  #changed(frame: ChangesFrame): void {
    // What can be read for a while is not what a broken main says.
    if (this.#parts.now() - this.status.since > PATIENCE) this.#unreadable = 0
    this.#tell((each) => each.onChanges?.(frame))
  }

  #follow(frame: WindowFrame): void {
    this.#cancelTry()
    this.#standing.change({ phase: 'following', attempt: 0, code: '', why: '' })
    this.#readings.begin()
    // Each line begins with all quotes; which are wanted is no command, but part of the line.
    if (frame.kind === 'resumed' && this.#watched !== undefined) {
      void this.#asked.command('quotes.watch', { instruments: this.#watched })
    }
    // Main takes each line for one of a page that is seen.
    if (!this.#seen) void this.#asked.command('window.seen', { seen: false })
  }

  #ended({ why, code, words }: Ending): void {
    const { random, now, after } = this.#parts
    this.#connection = undefined
    this.#cancelTry()
    this.#readings.stop()
    this.#asked.lost(explained('worker.lost/broken'))
    if (why === 'unreadable') {
      this.#unreadable++
      this.#place = undefined
      this.#codec = this.#parts.createCodec()
    }
    const hopeless = this.#unreadable >= MOST_UNREADABLE
    if (why === 'refused' || why === 'newer' || hopeless) {
      const nothing = { attempt: 0, nextAttemptAt: NaN, old: true }
      return this.#standing.change({ phase: 'refused', code, why: words, ...nothing })
    }
    const delay = delayOf(Math.max(1, this.status.attempt), random())
    const nextAttemptAt = now() + delay
    this.#standing.change({ phase: 'lost', code, why: words, nextAttemptAt, old: true })
    this.#cancelTry = after(delay, () => this.#connect())
  }

  #beat(silence: number, slept: boolean): void {
    const behindMillis = (this.monotonic() - this.#toldAt) / MICROS_PER_MILLISECOND
    if (this.status.phase !== 'following') return this.#standing.change({ behindMillis })
    if (slept) {
      // Nobody knows for how long nothing was heard, nor what the clocks did.
      this.#clock.forget()
      this.#readings.begin()
      return this.#standing.change({ old: true, behindMillis: NaN })
    }
    if (silence > PATIENCE) return this.#connection?.drop(silent('bus.lost/silent'))
    this.#standing.change({ behindMillis, ...(silence > SILENCE && { old: true }) })
  }

  #tell(tell: (listener: Partial<SessionListener>) => void): void {
    for (const listener of this.#listeners) tell(listener)
  }
}

function silent(key: 'bus.lost/no-answer' | 'bus.lost/silent'): Ending {
  const { code, message } = explained(key, { seconds: PATIENCE / 1_000 })
  return { why: 'lost', code, words: message }
}
