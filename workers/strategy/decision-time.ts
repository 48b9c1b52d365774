import type { Mode } from '../../src/core/contracts/index.ts'
import type { Micros } from '../../src/core/domain/index.ts'
import type { Clock } from '../../src/core/ports/index.ts'

/**
 * The gateway's decision clock as a follower knows it, never ahead of it: targets expire on it. In
 * a replay it is the furthest stamp heard. In the built-in market it is the feed's last stamp and
 * the monotonic time since, and where the feed fell behind it goes at half its pace, as the
 * gateway's does. Elsewhere it is the monotonic clock itself. It never runs backward.
 */
export class DecisionTime {
  readonly #mode: Mode
  readonly #clock: Clock
  #at = 0
  #readAt = NaN
  /** The feed's stamp less the monotonic time when the gateway handed it on. */
  #ahead = NaN

  constructor(mode: Mode, clock: Clock) {
    this.#mode = mode
    this.#clock = clock
  }

  /** A stamp of the feed. @param saidAt the gateway's monotonic clock, the same as ours. */
  fed(stamp: Micros, saidAt: Micros): void {
    this.#ahead = stamp - saidAt
    if (this.#mode === 'replay') this.told(stamp)
  }

  /** The gateway's own time when it said something: it is that late at least. */
  told(at: Micros): void {
    if (at > this.#at) this.#at = at
  }

  now(): Micros {
    const monotonic = this.#clock.monotonic()
    if (this.#mode === 'simulated') this.#pass(monotonic)
    else if (this.#mode !== 'replay') this.#at = monotonic
    return Math.floor(this.#at) as Micros
  }

  /** For what is told to people: the date, while the gateway told no time. */
  stamp(): Micros {
    return this.#at === 0 && Number.isNaN(this.#ahead) ? this.#clock.wall() : this.now()
  }

  #pass(monotonic: Micros): void {
    const passed = this.#at === 0 ? 0 : monotonic - this.#readAt
    if (passed > 0) this.#at += passed / 2
    this.#readAt = monotonic
    const fed = monotonic + this.#ahead
    if (fed > this.#at) this.#at = fed
  }
}
