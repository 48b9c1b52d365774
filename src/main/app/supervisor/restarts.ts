import type { Micros } from '../../../core/domain/index.ts'
import { MICROS_PER_MILLISECOND, MICROS_PER_SECOND } from '../../../core/domain/index.ts'

const FIRST_DELAY = 250 * MICROS_PER_MILLISECOND
const LONGEST_DELAY = 8 * MICROS_PER_SECOND
/** After so long in good health what was before is forgotten. */
const HEALTHY_AFTER = 30 * MICROS_PER_SECOND
const LOOP_WITHIN = 60 * MICROS_PER_SECOND
const LOOP_RESTARTS = 5
/** Exit code of a worker that could not start as it was told: seldom will it the next time. */
export const REFUSED = 2
const REFUSAL_RETRIES = 2
/**
 * One that found its place taken may have met a twin that an earlier main had just started, and
 * that has not written itself down yet: it is tried for so long before that is a refusal.
 */
const TAKEN_FOR = 8 * MICROS_PER_SECOND
const TAKEN_DELAY = 500 * MICROS_PER_MILLISECOND

export type Verdict =
  | { readonly kind: 'again'; readonly at: Micros }
  | { readonly kind: 'never'; readonly why: 'refused' | 'loop' }

/** Decides whether, and when, a worker that ended is started again. */
export class Restarts {
  readonly #longestDelay: number
  #row = 0
  #refusals = 0
  #starts: number[] = []
  #takenSince: number | undefined

  constructor(longestDelay = LONGEST_DELAY) {
    this.#longestDelay = longestDelay
  }

  /**
   * @param healthyFor µs since its first word; 0 where it said none.
   * @param taken whether it refused to start because another process has its place.
   */
  ended(code: number | null, healthyFor: number, now: Micros, taken = false): Verdict {
    if (healthyFor >= HEALTHY_AFTER) this.forget()
    const since = this.#takenSince ?? now
    this.#takenSince = taken ? since : undefined
    if (taken && now - since < TAKEN_FOR) {
      return { kind: 'again', at: (now + TAKEN_DELAY) as Micros }
    }
    this.#starts = this.#starts.filter((start) => start > now - LOOP_WITHIN)
    if (code === REFUSED && ++this.#refusals > REFUSAL_RETRIES) {
      return { kind: 'never', why: 'refused' }
    }
    if (this.#starts.length >= LOOP_RESTARTS) return { kind: 'never', why: 'loop' }
    this.#starts.push(now)
    const delay = Math.min(this.#longestDelay, FIRST_DELAY * 2 ** this.#row++)
    return { kind: 'again', at: (now + delay) as Micros }
  }

  forget(): void {
    this.#row = 0
    this.#refusals = 0
    this.#starts = []
    this.#takenSince = undefined
  }
}
