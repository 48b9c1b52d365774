import type { ReplayMarket } from '../../src/adapters/market/replay-market.ts'
import type { Station } from '../../src/adapters/station/index.ts'
import type { DoneFact, RunFact, RunPhase, VenueRequest } from '../../src/core/contracts/index.ts'
import { saying, sayingOf } from '../../src/core/contracts/index.ts'
import type { Micros } from '../../src/core/domain/index.ts'
import type { Feed, ReplayCommand } from './feed.ts'
import { LockStep } from './lock-step.ts'
import { ReplayControls } from './replay-controls.ts'
import { ReplayDriver } from './replay-driver.ts'
import { ReplayNotes } from './replay-notes.ts'
import { ReplayPlayer } from './replay-player.ts'
import type { ReplayPosition } from './replay-position.ts'
import type { Venue } from './venue.ts'
import type { Voice } from './voice.ts'

/** Milliseconds between two words about how the run goes. */
const TOLD_EVERY = 100

export interface ReplayFeedParts {
  readonly station: Station
  readonly voice: Voice
  readonly venue: Venue
  readonly market: ReplayMarket
  readonly speed: number
  readonly position: ReplayPosition
  /** Session time of the books' last record; 0 in a new run. */
  readonly resumeAt: Micros
}

/**
 * Plays a recording in lock-step: every quote and every beat waits until the gateway is done with
 * what came before, so that the outcome is the same at every speed.
 */
export class ReplayFeed implements Feed {
  readonly #parts: ReplayFeedParts
  readonly #steps: LockStep
  readonly #driver: ReplayDriver
  readonly #controls: ReplayControls
  readonly #notes: ReplayNotes
  readonly #player: ReplayPlayer
  #over = Promise.resolve()
  #ended = false
  #told = ''

  constructor(parts: ReplayFeedParts) {
    const { station, venue, voice, market, speed, position } = parts
    const { clock } = station
    this.#parts = parts
    this.#steps = new LockStep(station)
    this.#driver = new ReplayDriver(venue, voice, this.#steps, market.firstAt)
    this.#controls = new ReplayControls(speed, () => clock.monotonic() / 1000)
    this.#notes = new ReplayNotes(market)
    this.#player = new ReplayPlayer({
      market,
      venue,
      driver: this.#driver,
      controls: this.#controls,
      position,
      clock,
      onTurn: () => this.#tell(),
    })
  }

  begin(): void {
    this.#tell()
    this.#parts.station.every(TOLD_EVERY, () => this.#tell())
    this.#over = this.#run()
  }

  get now(): Micros {
    return this.#driver.now
  }

  figures() {
    const { answers, waited } = this.#steps
    return {
      'session.behind_ms': this.#player.behind,
      'step.p50_us': answers.quantile(0.5),
      'step.p99_us': answers.quantile(0.99),
      'step.waited_ms': waited,
    }
  }

  standing() {
    return [{ kind: 'time', at: this.now }, this.#fact()] as const
  }

  request(request: VenueRequest): void {
    this.#parts.venue.ask(request, this.now)
    this.#player.ring()
  }

  done(fact: DoneFact): void {
    this.#steps.done(fact)
  }

  replay(command: ReplayCommand): void {
    this.#controls.command(command, this.now)
    if (this.#ended) {
      this.#controls.refusal = saying('replay.over')
    }
    this.#tell()
    this.#player.ring()
  }

  power(asleep: boolean): void {
    this.#controls.power(asleep)
    this.#player.ring()
  }

  stop(): Promise<void> {
    this.#steps.stop()
    this.#player.ring()
    return this.#over
  }

  async #run(): Promise<void> {
    if (!(await this.#player.play(this.#parts.resumeAt))) return
    this.#ended = true
    for (const failure of this.#notes.finish()) {
      this.#parts.voice.health(this.now, false, sayingOf(failure))
    }
    this.#tell()
    await this.#player.serve()
  }

  /** Says how the run goes, where that has changed. */
  #tell(): void {
    const fact = this.#fact()
    const said = JSON.stringify(fact)
    if (said === this.#told) return
    this.#told = said
    this.#parts.voice.fact(fact)
  }

  #fact(): RunFact {
    const { begun, lastQuote, played } = this.#player
    const going: RunPhase = begun ? this.#controls.phase : 'waiting'
    return {
      kind: 'run',
      at: this.now,
      phase: this.#ended ? 'ended' : going,
      speed: this.#controls.speed,
      from: this.#parts.market.firstAt,
      until: this.#ended ? lastQuote : (NaN as Micros),
      quotes: played,
      messages: 0,
      hash: '',
      notes: this.#notes.with(this.#controls.refusal),
    }
  }
}
