import type { Mode } from '../../src/core/contracts/index.ts'
import { decidesBySession } from '../../src/core/contracts/index.ts'
import type { Micros } from '../../src/core/domain/index.ts'
import type { Clock } from '../../src/core/ports/index.ts'

/**
 * The gateway's two clocks as a follower knows them; neither runs backward.
 *
 * Targets expire on its decision clock, `now`. Where the market is made or played here that is
 * session time, never ahead of the gateway's; elsewhere it is the monotonic clock, which is the
 * same for both, so that no stamp of a feed keeps a target alive or lets it die.
 *
 * Session time in a replay is the furthest stamp heard; else the feed's last stamp and the
 * monotonic time since, and where the feed fell behind it goes at half its pace, as the gateway's.
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
    return decidesBySession(this.#mode) ? this.#session() : this.#clock.monotonic()
  }

  /** For what is told to people: session time, and the date while the gateway told none. */
  stamp(): Micros {
    return this.#at === 0 && Number.isNaN(this.#ahead) ? this.#clock.wall() : this.#session()
  }

  #session(): Micros {
    this.#pass(this.#clock.monotonic())
    return Math.floor(this.#at) as Micros
  }

  /** Up to a moment of the monotonic clock; one that is over already changes nothing. */
  #pass(monotonic: Micros): void {
    if (this.#mode === 'replay' || monotonic <= this.#readAt) return
    if (this.#at > 0) this.#at += (monotonic - this.#readAt) / 2
    this.#readAt = monotonic
    const fed = monotonic + this.#ahead
    if (fed > this.#at) this.#at = fed
  }
}
