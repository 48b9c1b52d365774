import type { Mode } from '../../contracts/index.ts'
import { decidesBySession } from '../../contracts/index.ts'
import type { Micros } from '../../domain/index.ts'

/**
 * What time it is for a gateway, twice. `session` stamps what happens and asks the calendar. On
 * `decision` hangs what is too old or too much: expiry, beats, staleness, the throttle. In the
 * built-in market and in a replay they are one. Elsewhere the decision clock is the machine's
 * monotonic one, so that stamps of a feed that stand, jump, lag or lead change nothing there.
 *
 * Neither runs backward.
 */
export class DecisionClock {
  session = 0 as Micros
  decision = 0 as Micros
  /** Whether session time decides. */
  readonly bySession: boolean
  /** Whether a monotonic time was told: until then session time is all there is. */
  #told = false

  constructor(mode: Mode) {
    this.bySession = decidesBySession(mode)
  }

  /** Session time goes on. */
  reach(session: Micros): void {
    if (!(session > this.session)) return
    this.session = session
    if (!this.#told) this.decision = session
  }

  /** The monotonic clock goes on, in µs; where session time decides that changes nothing. */
  pass(monotonic: Micros): void {
    if (this.bySession || Number.isNaN(monotonic)) return
    if (this.#told && monotonic <= this.decision) return
    this.#told = true
    this.decision = monotonic
  }
}
