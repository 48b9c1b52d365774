import type { Station } from '../../src/adapters/station/index.ts'
import type { VenueRequest } from '../../src/core/contracts/index.ts'
import type { Micros } from '../../src/core/domain/index.ts'
import type { Venue } from './venue.ts'
import type { Voice } from './voice.ts'

export interface CarrierParts {
  readonly station: Station
  readonly voice: Voice
  readonly venue: Venue
  /** Session time, which never runs backward. */
  readonly now: () => Micros
}

/** Carries requests to a venue in real time, and its reports back, when each is due. */
export class Carrier {
  readonly #parts: CarrierParts
  #resting = false
  #serving = false
  #timer: NodeJS.Timeout | undefined

  constructor(parts: CarrierParts) {
    this.#parts = parts
  }

  /** Everything that comes in one turn of the loop is served, and kept, as one group. */
  request(request: VenueRequest): void {
    const { venue, now } = this.#parts
    venue.ask(request, now())
    if (this.#serving) return
    this.#serving = true
    setImmediate(() => {
      this.#serving = false
      this.serve()
    })
  }

  serve(): void {
    const { station, voice, now } = this.#parts
    if (station.quitting) return
    this.carry(now())
    voice.flush()
  }

  /** What is due on the lines, until they are quiet; a delayed rest has a timer of its own. */
  carry(now: Micros): void {
    const { venue, voice } = this.#parts
    while (venue.nextDue <= now) {
      for (const report of venue.carry(now)) voice.report(report)
    }
    clearTimeout(this.#timer)
    const left = (venue.nextDue - now) / 1000
    if (left < Infinity && !this.#resting) this.#timer = setTimeout(() => this.serve(), left)
  }

  /** While it rests, what is delayed waits for the next word. */
  rest(resting: boolean): void {
    this.#resting = resting
    this.serve()
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#parts.voice.flush()
  }
}
