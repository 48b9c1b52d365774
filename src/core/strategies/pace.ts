import type { Saying, WorkingStyle } from '../contracts/index.ts'
import { numberOf, textOf } from './parameters.ts'
import type { ParameterFacts, Parameters, Verdict } from './strategy.ts'
import { HOLD, want } from './strategy.ts'

/** The parameters of every strategy that holds a fixed number of lots, or none. */
export const PACE_PARAMETERS = {
  lots: { default: 1, least: 1, most: 1000, whole: true, meaning: 'lots of a position' },
  rest: { default: 4, least: 0, most: 100_000, whole: true, meaning: 'looks between two changes' },
  style: { default: 'cross', oneOf: ['cross', 'join'], meaning: 'take prices, or wait at them' },
} as const satisfies Readonly<Record<string, ParameterFacts>>

/** What a strategy holds, long, short or flat, and how long it rests between two changes. */
export class Pace {
  readonly lots: number
  held: number
  readonly #rest: number
  readonly #style: WorkingStyle
  #waited: number

  /** @param held what the strategy wanted when its last life ended. */
  constructor(parameters: Parameters, held: number) {
    this.lots = numberOf(parameters, 'lots')
    this.#rest = numberOf(parameters, 'rest')
    this.#style = textOf(parameters, 'style') as WorkingStyle
    this.#waited = this.#rest
    this.held = held
  }

  /** Counts one look. @returns whether the rest since the last change is over. */
  rested(): boolean {
    this.#waited++
    return this.#waited > this.#rest
  }

  /** A change to what is wanted now, or none. @param why is asked for only where it is told. */
  turnTo(next: number, why: () => Saying): Verdict {
    if (next === this.held) return HOLD
    this.held = next
    this.#waited = 0
    return want(next, this.#style, why())
  }
}
