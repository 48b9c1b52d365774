import type { VenueReport } from '../../src/core/contracts/index.ts'
import { DEFAULT_LIMITS } from '../../src/core/contracts/index.ts'
import type { Epoch, Micros, OrderId } from '../../src/core/domain/index.ts'
import { MICROS_PER_SECOND } from '../../src/core/domain/index.ts'
import type { CancelOnlyVenue } from './cancel-only-venue.ts'
import { Pace } from './pace.ts'

const ASK_AGAIN_AFTER = MICROS_PER_SECOND

export interface ClearanceParts {
  readonly venue: CancelOnlyVenue
  /** The dead gateway's epoch and every one before is shut out: the next gateway has this one. */
  readonly epoch: Epoch
  /** Orders were found at work; told once, with how many. */
  readonly onWorking: (count: number) => void
  /** Nothing works any more. */
  readonly onDone: () => void
}

/**
 * Cancels whatever works at the venue, again and again until nothing does. The dead gateway is
 * fenced first, so that no order of its may still arrive behind the ledger that is believed.
 */
export class Clearance {
  /** Cancels that left. */
  cancels = 0
  /** Orders at work by the last ledger; NaN before the first. */
  working = NaN
  readonly #parts: ClearanceParts
  readonly #pace = new Pace(DEFAULT_LIMITS.messagesPerSecond)
  #fenced = false
  #done = false
  #queue: OrderId[] = []
  #askedAt = -Infinity

  constructor(parts: ClearanceParts) {
    this.#parts = parts
  }

  get done(): boolean {
    return this.#done
  }

  /** To be called often, with the monotonic clock: sends what the pace allows, asks again. */
  tick(now: Micros): void {
    if (this.#done) return
    const { venue, epoch } = this.#parts
    while (this.#queue.length > 0 && this.#pace.take(now)) {
      venue.cancel(this.#queue.shift()!, epoch)
      this.cancels++
      this.#askedAt = now
    }
    if (this.#queue.length > 0 || now - this.#askedAt < ASK_AGAIN_AFTER) return
    this.#askedAt = now
    if (!this.#fenced) venue.fence(epoch)
    venue.askLedger()
  }

  /** What the venue says to anybody. */
  report(report: VenueReport): void {
    if (this.#done) return
    if (report.kind === 'logged-in' && report.epoch >= this.#parts.epoch) this.#fenced = true
    // A ledger from before the fence may lack orders that were still under way.
    if (report.kind === 'ledger' && this.#fenced) this.#read(report.ledger.working)
  }

  #read(working: readonly OrderId[]): void {
    const { onWorking, onDone } = this.#parts
    const first = !(this.working > 0)
    this.working = working.length
    if (working.length === 0) {
      this.#done = true
      return onDone()
    }
    if (this.#queue.length === 0) this.#queue = [...working]
    if (first) onWorking(working.length)
  }
}
