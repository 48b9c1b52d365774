import type { Micros, Quote } from '../../src/core/domain/index.ts'
import type { Answer, LockStep } from './lock-step.ts'
import type { Venue } from './venue.ts'
import type { Voice } from './voice.ts'

/**
 * Moves a replay on, bundle by bundle, exactly as the driver of a single process does by plain
 * calls: the venue sees a quote first, what it reports is settled, then the gateway sees the
 * quote, and what that brings is settled before time moves on.
 */
export class ReplayDriver {
  readonly #venue: Venue
  readonly #voice: Voice
  readonly #steps: LockStep
  #now: Micros

  constructor(venue: Venue, voice: Voice, steps: LockStep, now: Micros) {
    this.#now = now
    this.#venue = venue
    this.#voice = voice
    this.#steps = steps
  }

  get now(): Micros {
    return this.#now
  }

  /** The first step, with nothing in it: answered by a gateway that is ready. */
  async start(at: Micros): Promise<void> {
    this.#reach(at)
    await this.#close()
  }

  async quote(quote: Quote): Promise<void> {
    this.#reach(quote.at)
    this.#venue.quote(quote, this.#now)
    if (this.#venue.nextDue <= this.#now) await this.settle()
    if (this.ended) return
    this.#voice.quote(quote)
    await this.#close()
  }

  /** Time passes: beats come, days end, what is late is looked after. */
  async advance(at: Micros): Promise<void> {
    this.#reach(at)
    this.#venue.advance(this.#now)
    await this.settle()
    if (this.ended) return
    this.#voice.fact({ kind: 'time', at: this.#now })
    await this.#close()
  }

  /**
   * Carries what is due on both lines until they are quiet; a gateway that has more to say gets
   * another step though nothing was due.
   */
  async settle(at: Micros = this.#now, answer: Answer = 'quiet'): Promise<void> {
    this.#reach(at)
    let last = answer
    while (!this.ended) {
      if (this.#venue.nextDue <= this.#now) {
        const reports = this.#venue.carry(this.#now)
        if (reports.length === 0) continue
        for (const report of reports) this.#voice.report(report)
        last = await this.#steps.close(this.#now)
      } else if (last === 'more') last = await this.#steps.close(this.#now)
      else return
    }
  }

  async #close(): Promise<void> {
    await this.settle(this.#now, await this.#steps.close(this.#now))
  }

  /** Nobody waits for it any more, or its books are lost. */
  get ended(): boolean {
    return this.#steps.stopped || this.#venue.failure !== undefined
  }

  #reach(at: Micros): void {
    if (at > this.#now) this.#now = at
  }
}
