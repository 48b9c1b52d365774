import type { Station } from '../../src/adapters/station/index.ts'
import type { VenueRequest } from '../../src/core/contracts/index.ts'
import { saying } from '../../src/core/contracts/index.ts'
import type { Micros } from '../../src/core/domain/index.ts'
import { Carrier } from './carrier.ts'
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
  readonly #carrier: Carrier
  #at: Micros
  #asleep = false
  #behind = 0

  constructor(parts: SimulatedFeedParts) {
    const { station, startAt } = parts
    this.#parts = parts
    this.#at = startAt
    this.#time = new SessionClock(startAt, station.clock)
    this.#carrier = new Carrier({ ...parts, now: () => this.#reach(this.#time.now()) })
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

  request(request: VenueRequest): void {
    this.#carrier.request(request)
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
    this.#carrier.rest(asleep)
    this.#parts.station.heart.isReady(...(asleep ? [saying('beat.asleep-too')] : []))
  }

  stop(): Promise<void> {
    this.#carrier.stop()
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
    this.#carrier.carry(this.#at)
  }

  #reach(at: Micros): Micros {
    if (at > this.#at) this.#at = at
    return this.#at
  }
}
