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
  #readAt = 0
  /** The feed's stamp less the monotonic time when the gateway handed it on. */
  #ahead = NaN

  constructor(mode: Mode, clock: Clock) {
    this.#mode = mode
    this.#clock = clock
  }

  /** How the gateway stands, where nothing of before counts. */
  begin(at: Micros): void {
    if (at > this.#at) this.#at = at
    this.#readAt = this.#clock.monotonic()
    this.#ahead = NaN
  }

  /** A stamp of the feed. @param saidAt the gateway's monotonic clock, the same as ours. */
  fed(stamp: Micros, saidAt: Micros): void {
    this.#pass(saidAt)
    this.#ahead = stamp - saidAt
    if (stamp > this.#at) this.#at = stamp
  }

  /** The gateway's own time when it said something: it is that late at least. */
  told(at: Micros, saidAt: Micros): void {
    this.#pass(saidAt)
    if (at > this.#at) this.#at = at
  }

  now(): Micros {
    if (this.#mode === 'simulated') this.#pass(this.#clock.monotonic())
    else if (this.#mode !== 'replay') this.#at = this.#clock.monotonic()
    return Math.floor(this.#at) as Micros
  }

  /** For what is told to people: the date, while the gateway told no time. */
  stamp(): Micros {
    return this.#at === 0 && Number.isNaN(this.#ahead) ? this.#clock.wall() : this.now()
  }

  /** Up to a moment of the monotonic clock; one that is over already changes nothing. */
  #pass(monotonic: Micros): void {
    if (this.#mode !== 'simulated' || monotonic <= this.#readAt) return
    if (this.#at > 0) this.#at += (monotonic - this.#readAt) / 2
    this.#readAt = monotonic
    const fed = monotonic + this.#ahead
    if (fed > this.#at) this.#at = fed
  }
}
