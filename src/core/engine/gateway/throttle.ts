import type { RiskLimits } from '../../contracts/index.ts'
import type { Micros } from '../../domain/index.ts'
import { MICROS_PER_SECOND } from '../../domain/index.ts'

const KEPT = 1_024

/** The stamps of what was sent, as a ring, so that any second can be counted back. */
class SentTimes {
  readonly #stamps = new Float64Array(KEPT).fill(-Infinity)
  #count = 0

  add(now: Micros): void {
    this.#stamps[this.#count++ % KEPT] = now
  }

  /** Whether one more would stay within `most` in the second that ends now. */
  fits(most: number, now: Micros): boolean {
    if (!(most >= 1)) return false
    if (this.#count < most) return true
    const back = Math.min(Math.floor(most), KEPT)
    const oldest = this.#stamps[(this.#count - back) % KEPT] ?? Infinity
    return now - oldest >= MICROS_PER_SECOND
  }
}

/**
 * Counts new orders and messages (orders and cancels) of the last second. Excess orders are
 * refused; cancels that must go wait in a queue of the desk until they fit.
 */
export class Throttle {
  readonly #orders = new SentTimes()
  readonly #messages = new SentTimes()

  orderFits(limits: RiskLimits, now: Micros): boolean {
    return (
      this.#orders.fits(limits.ordersPerSecond, now) &&
      this.#messages.fits(limits.messagesPerSecond, now)
    )
  }

  cancelFits(limits: RiskLimits, now: Micros): boolean {
    return this.#messages.fits(limits.messagesPerSecond, now)
  }

  /** A new life does not know what the last one sent: its last second counts as used up. */
  assumeUsed(now: Micros): void {
    for (let count = 0; count < KEPT; count++) this.ordered(now)
  }

  ordered(now: Micros): void {
    this.#orders.add(now)
    this.#messages.add(now)
  }

  cancelled(now: Micros): void {
    this.#messages.add(now)
  }
}
