import type { RiskLimits } from '../../contracts/index.ts'
import type { Micros } from '../../domain/index.ts'
import { MICROS_PER_SECOND } from '../../domain/index.ts'

const KEPT = 1_024
const KEPT_BACK = 1

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
    return this.#orders.fits(limits.ordersPerSecond, now) && this.#ordinaryFits(limits, now)
  }

  /** @param surely one that must go: it may take the message that is kept back for it. */
  cancelFits(limits: RiskLimits, now: Micros, surely: boolean): boolean {
    if (!surely) return this.#ordinaryFits(limits, now)
    return this.#messages.fits(limits.messagesPerSecond, now)
  }

  /**
   * Whether an ordinary message fits: one of each second is kept back, so that the first cancel of
   * a halt leaves at once whatever was sent before it. Without room to keep one, none is kept.
   */
  #ordinaryFits({ messagesPerSecond }: RiskLimits, now: Micros): boolean {
    const ordinary = messagesPerSecond >= 2 ? messagesPerSecond - KEPT_BACK : messagesPerSecond
    return this.#messages.fits(ordinary, now)
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
