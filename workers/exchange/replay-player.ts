import { setImmediate } from 'node:timers/promises'
import type { ReplayMarket } from '../../src/adapters/market/replay-market.ts'
import { SHORTEST_WAIT } from '../../src/adapters/run/pace.ts'
import type { Micros, Quote } from '../../src/core/domain/index.ts'
import { MICROS_PER_MINUTE, MICROS_PER_SECOND } from '../../src/core/domain/index.ts'
import type { Clock } from '../../src/core/ports/index.ts'
import { Alarm } from './alarm.ts'
import type { ReplayControls } from './replay-controls.ts'
import type { ReplayDriver } from './replay-driver.ts'
import type { ReplayPosition } from './replay-position.ts'
import type { Venue } from './venue.ts'

/** Between two quotes the gateway hears the time this often, in session time. */
const BEAT = MICROS_PER_SECOND
/** After so long without a quote it is no longer told: the session has ended. */
const BEATS_FOR = MICROS_PER_MINUTE
/** µs after which others get their turn. */
const TURN = 15_000

export interface ReplayPlayerParts {
  readonly market: ReplayMarket
  readonly venue: Venue
  readonly driver: ReplayDriver
  readonly controls: ReplayControls
  readonly position: ReplayPosition
  readonly clock: Clock
  /** The run began, paused by itself, or came to where it was to go. */
  readonly onTurn: () => void
}

/** Plays every quote of a recording in order, with the beats between them. */
export class ReplayPlayer {
  /** Quotes played, by earlier lives too. */
  played: number
  /** Stamp of the last one. */
  lastQuote: Micros
  /** Milliseconds that the last moment came too late. */
  behind = 0
  /** Whether the first step was answered. */
  begun = false
  readonly #parts: ReplayPlayerParts
  readonly #alarm = new Alarm()
  #nextBeat = NaN

  constructor(parts: ReplayPlayerParts) {
    this.#parts = parts
    this.played = parts.position.played
    this.lastQuote = parts.market.firstAt
  }

  /** Somebody asked or told something: whoever waits looks again. */
  ring(): void {
    this.#alarm.ring()
  }

  /**
   * @param resumeAt session time of the books' last record. @returns whether it came to the end.
   */
  async play(resumeAt: Micros): Promise<boolean> {
    const { market, clock } = this.#parts
    let before = this.played
    let turnEnds = clock.monotonic() + TURN
    for await (const chunk of market.quotes()) {
      for (const quote of chunk) {
        if (before > 0) {
          before--
          this.lastQuote = quote.at
          continue
        }
        if (!this.begun) await this.#begin(resumeAt)
        if (!(await this.#passUntil(quote.at))) return false
        await this.#quote(quote)
      }
      if (clock.monotonic() < turnEnds) continue
      await setImmediate()
      turnEnds = clock.monotonic() + TURN
    }
    if (!this.begun) await this.#begin(resumeAt)
    return !this.#parts.driver.ended
  }

  /**
   * The recording is over: whoever asks is served, for which time goes on to whatever is under way
   * on the lines, and no further.
   */
  async serve(): Promise<void> {
    const { venue, driver } = this.#parts
    let served = venue.asked
    while (!driver.ended) {
      if (venue.asked === served) {
        await this.#alarm.wait(Infinity)
        continue
      }
      served = venue.asked
      while (venue.nextDue < Infinity && !driver.ended) {
        await driver.settle(venue.nextDue as Micros)
      }
    }
  }

  async #begin(resumeAt: Micros): Promise<void> {
    const { driver, onTurn } = this.#parts
    const at = Math.max(this.lastQuote, resumeAt) as Micros
    this.#nextBeat = at + BEAT
    await driver.start(at)
    this.begun = true
    onTurn()
  }

  async #quote(quote: Quote): Promise<void> {
    const { driver, controls, position, onTurn } = this.#parts
    // Before the venue sees it: after a crash it must not fill the same orders twice.
    position.keep(++this.played)
    await driver.quote(quote)
    this.lastQuote = quote.at
    const { phase } = controls
    controls.played()
    if (phase !== controls.phase) onTurn()
  }

  /**
   * Everything that is due before the next quote: beats, and what is under way on the lines.
   *
   * @returns whether the quote may come.
   */
  async #passUntil(at: Micros): Promise<boolean> {
    const { venue, driver, controls } = this.#parts
    const beatsUntil = this.lastQuote + BEATS_FOR
    controls.stretch(this.lastQuote, at)
    for (;;) {
      const beat = this.#nextBeat <= beatsUntil ? this.#nextBeat : Infinity
      const due = Math.min(beat, venue.nextDue)
      const moment = Math.max(Math.min(due, at), driver.now) as Micros
      if (!(await this.#gate(moment))) return false
      // Another request may have come while it waited, and be due before.
      if (Math.min(beat, venue.nextDue) < due) continue
      if (due >= at) break
      await driver.advance(moment)
      if (due >= this.#nextBeat) this.#nextBeat += BEAT
    }
    if (this.#nextBeat < at) this.#nextBeat = at + BEAT
    return true
  }

  /** Waits until a moment may come; what is asked meanwhile is served. */
  async #gate(at: Micros): Promise<boolean> {
    const { venue, driver, controls, onTurn } = this.#parts
    while (!driver.ended) {
      if (venue.nextDue <= driver.now) {
        await driver.settle()
        continue
      }
      const { phase } = controls
      const left = controls.left(at, driver.now)
      if (phase !== controls.phase) onTurn()
      if (left < SHORTEST_WAIT) {
        this.behind = Math.max(0, -left)
        return true
      }
      await this.#alarm.wait(left)
    }
    return false
  }
}
