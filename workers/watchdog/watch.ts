import type { BeatFact } from '../../src/core/contracts/index.ts'
import type { Micros } from '../../src/core/domain/index.ts'
import { MICROS_PER_MILLISECOND } from '../../src/core/domain/index.ts'

/** Checks that must find silence, one after the other, before anybody is called stalled. */
const MISSED = 2
/** Checks in the time after which a process counts as stalled. */
const CHECKS = 10
const SHORTEST_CHECK = 10 * MICROS_PER_MILLISECOND
/** A check may be so late for the sake of others on the machine, and still count. */
const LATE_BY: number = 50 * MICROS_PER_MILLISECOND

type Sign = Pick<BeatFact, 'pid' | 'startedAt' | 'ready'>

/** Whom a watch is about: one life of a process. */
export interface Watched {
  readonly pid: number
  readonly startedAt: Micros
}

/**
 * Watches over one process by its beats. It counts from the first beat that says ready; silence is
 * believed when two checks in a row find it and this process's own loop was on time for both. Who
 * was found stalled is watched no more: the next life is, from its own first ready beat.
 */
export class Watch {
  /** µs between two checks. */
  readonly checkEvery: number
  readonly #silence: number
  #watched: Watched | undefined
  #stalled: Watched | undefined
  #armed = false
  #asleep = false
  #heardAt = NaN
  #checkedAt: number
  #missed = 0

  /** @param silence µs after which a process counts as stalled. @param now monotonic, in µs. */
  constructor(silence: number, now: Micros) {
    this.#silence = silence
    this.checkEvery = Math.max(SHORTEST_CHECK, silence / CHECKS)
    this.#checkedAt = now
  }

  /** Whether silence would be noticed now, and of whom. */
  get watches(): Watched | undefined {
    return this.#armed ? this.#watched : undefined
  }

  /** µs since the last beat; 0 before the first. */
  silentFor(now: Micros): number {
    return Number.isNaN(this.#heardAt) ? 0 : now - this.#heardAt
  }

  /** Whether the one who beats is another than the one found stalled. */
  heard(sign: Sign, now: Micros): boolean {
    const { pid, startedAt, ready } = sign
    this.#heardAt = now
    this.#missed = 0
    if (isSame(this.#stalled, sign)) return false
    if (!isSame(this.#watched, sign)) {
      this.#watched = { pid, startedAt }
      this.#armed = false
    }
    if (ready) this.#armed = true
    return true
  }

  /** To be called at every `checkEvery`. @returns whom it found stalled, once. */
  check(now: Micros): Watched | undefined {
    const late = now - this.#checkedAt > this.checkEvery + Math.max(this.checkEvery, LATE_BY)
    this.#checkedAt = now
    const silent = this.#armed && !this.#asleep && this.silentFor(now) >= this.#silence
    this.#missed = silent && !late ? this.#missed + 1 : 0
    if (this.#missed < MISSED) return undefined
    this.#missed = 0
    this.#armed = false
    this.#stalled = this.#watched
    return this.#stalled
  }

  /** The machine is about to sleep, or woke: silence in between is nobody's death. */
  power(asleep: boolean, now: Micros): void {
    this.#asleep = asleep
    this.#missed = 0
    if (!Number.isNaN(this.#heardAt)) this.#heardAt = now
  }
}

function isSame(one: Watched | undefined, { pid, startedAt }: Watched): boolean {
  return one?.pid === pid && one.startedAt === startedAt
}
