import type { Random } from '../../src/core/domain/index.ts'
import { WORKERS } from './lively.ts'

/** One thing that is done to the workstation. */
export interface Deed {
  readonly kind: 'kill' | 'stop'
  /** A worker, or `main`. */
  readonly whom: string
  /** How long it stands still, or how long main is missing, in ms. */
  readonly lasts: number
}

/** Whoever ended so often within the span is spared: its next end would be taken for its last. */
const MOST_ENDS = 4
const SPAN = 62_000

const WEIGHTS: Readonly<Record<string, number>> = {
  gateway: 9,
  exchange: 7,
  main: 4,
  history: 3,
  watchdog: 3,
}
const STRATEGY_WEIGHT = 2
const STOPS = 0.25
const LONGEST_STOP = 2500
/** Main is mostly missed for moments, seldom for so long that the gateway cancels and halts. */
const LONG_ABSENCE = 11_000
const LONG_ABSENCES = 0.06

/** Chooses what is done next, to whom, for how long. */
export class Deeds {
  readonly #random: Random
  readonly #ends = new Map<string, number[]>()

  constructor(random: Random) {
    this.#random = random
  }

  /** @param now ms. @returns undefined while everybody is spared. */
  next(now: number): Deed | undefined {
    const able = [...WORKERS, 'main'].filter((name) => this.#recent(name, now) < MOST_ENDS)
    const whom = this.#chosen(able)
    if (whom === undefined) return undefined
    if (this.#random.next() < STOPS) {
      return { kind: 'stop', whom, lasts: 50 + this.#random.next() * LONGEST_STOP }
    }
    const long = whom === 'main' && this.#random.next() < LONG_ABSENCES
    const lasts = whom !== 'main' ? 0 : long ? LONG_ABSENCE : this.#random.next() * 1500
    return { kind: 'kill', whom, lasts }
  }

  /** A process ended. A new main counts anew. */
  ended(whom: string, now: number): void {
    if (whom === 'main') return this.#ends.clear()
    this.#ends.set(whom, [...(this.#ends.get(whom) ?? []), now])
  }

  #recent(name: string, now: number): number {
    return (this.#ends.get(name) ?? []).filter((at) => at > now - SPAN).length
  }

  #chosen(names: readonly string[]): string | undefined {
    const weighed = names.map((name) => [name, WEIGHTS[name] ?? STRATEGY_WEIGHT] as const)
    let left = this.#random.next() * weighed.reduce((sum, [, weight]) => sum + weight, 0)
    return weighed.find(([, weight]) => (left -= weight) < 0)?.[0]
  }
}
