import type { Station } from '../../src/adapters/station/index.ts'
import type { VenueRequest } from '../../src/core/contracts/index.ts'
import type { Micros } from '../../src/core/domain/index.ts'
import type { Feed } from './feed.ts'
import { STEP, SessionClock } from './session-clock.ts'
import type { Venue } from './venue.ts'
import type { Voice } from './voice.ts'

export interface SimulatedFeedParts {
  readonly station: Station
  readonly voice: Voice
  readonly venue: Venue
  readonly startAt: Micros
}

/** Lets the built-in market trade in real time, and serves requests as they come. */
export class SimulatedFeed implements Feed {
  readonly #parts: SimulatedFeedParts
  readonly #time: SessionClock
  #at: Micros
  #asleep = false
  #behind = 0
  #serving = false
  #timer: NodeJS.Timeout | undefined

  constructor(parts: SimulatedFeedParts) {
    const { station, startAt } = parts
    this.#parts = parts
    this.#at = startAt
    this.#time = new SessionClock(startAt, station.clock)
  }

  begin(): void {
    this.#step()
    this.#parts.station.every(STEP / 1000, () => this.#step())
  }

  get now(): Micros {
    return this.#at
  }

  figures() {
    return { 'session.behind_ms': this.#behind / 1000 }
  }

  standing() {
    return [{ kind: 'time', at: this.#at }] as const
  }

  /** Everything that comes in one turn of the loop is served, and kept, as one group. */
  request(request: VenueRequest): void {
    this.#parts.venue.ask(request, this.#reach(this.#time.now()))
    if (this.#serving) return
    this.#serving = true
    setImmediate(() => {
      this.#serving = false
      this.#serve()
    })
  }

  /** Nobody is waited for in real time. */
  done(): void {}

  replay(): void {
    this.#parts.station.log.warn('the built-in market cannot be replayed, only a recording can')
  }

  power(asleep: boolean): void {
    this.#asleep = asleep
    if (asleep) this.#time.sleep()
    else this.#time.wake()
    this.#serve()
    this.#parts.station.heart.isReady(asleep ? 'the machine sleeps, and the market with it' : '')
  }

  stop(): Promise<void> {
    clearTimeout(this.#timer)
    this.#parts.voice.flush()
    return Promise.resolve()
  }

  #step(): void {
    const { venue, voice } = this.#parts
    if (this.#asleep || venue.failure !== undefined) return
    const now = this.#time.now()
    this.#behind = Math.max(0, now - this.#at - STEP)
    while (now - this.#at > STEP) this.#advance((this.#at + STEP) as Micros)
    this.#advance(now)
    if (venue.failure === undefined) voice.fact({ kind: 'time', at: this.#at })
  }

  #advance(at: Micros): void {
    this.#parts.venue.advance(this.#reach(at))
    this.#carry()
  }

  #serve(): void {
    const { station, voice } = this.#parts
    if (station.quitting) return
    this.#reach(this.#time.now())
    this.#carry()
    voice.flush()
  }

  /** What is due on the lines, until they are quiet; a delayed rest has a timer of its own. */
  #carry(): void {
    const { venue, voice } = this.#parts
    while (venue.nextDue <= this.#at) {
      for (const report of venue.carry(this.#at)) voice.report(report)
    }
    clearTimeout(this.#timer)
    const left = (venue.nextDue - this.#at) / 1000
    if (left < Infinity && !this.#asleep) this.#timer = setTimeout(() => this.#serve(), left)
  }

  #reach(at: Micros): Micros {
    if (at > this.#at) this.#at = at
    return this.#at
  }
}
