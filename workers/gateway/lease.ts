import type { Micros } from '../../src/core/domain/index.ts'

/**
 * Runs of the timer that a sleep which was announced may outlast, before it is believed no more.
 */
const ASLEEP_FOR = 200

/**
 * The right to act: kept by whoever shows, at every turn, that it did not stand still for longer
 * than others wait for it. Once lost it is never had again: another may act by now.
 */
export class Lease {
  readonly #silence: number
  #renewedAt: Micros
  #lost = false
  /** Timers that ran since the machine said that it would sleep; NaN while it is awake. */
  #asleep = NaN

  /** @param silence µs after which a process counts as stalled. @param now monotonic, in µs. */
  constructor(silence: number, now: Micros) {
    this.#silence = silence
    this.#renewedAt = now
  }

  /** It counts from now: what took long before anything could be sent was no stall. */
  begin(now: Micros): void {
    if (!this.#lost) this.#renewedAt = now
  }

  /** To be asked before anything leaves, and whenever anything comes. @returns whether it holds. */
  renew(now: Micros): boolean {
    if (this.#lost) return false
    if (now - this.#renewedAt > this.#silence && !this.asleep) this.#lost = true
    if (now > this.#renewedAt) this.#renewedAt = now
    return !this.#lost
  }

  get asleep(): boolean {
    return !Number.isNaN(this.#asleep)
  }

  /** The machine is about to sleep, or woke: what lies between is nobody's stall. */
  power(asleep: boolean, now: Micros): void {
    if (!asleep) this.renew(now)
    this.#asleep = asleep ? 0 : NaN
  }

  /** To be called by a timer: a machine whose timers go on does not sleep, whatever was said. */
  tick(now: Micros): boolean {
    if (++this.#asleep > ASLEEP_FOR) this.#asleep = NaN
    return this.renew(now)
  }
}
