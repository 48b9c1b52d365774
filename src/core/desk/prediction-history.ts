import type { PredictionFact } from '../contracts/index.ts'
import type { Micros } from '../domain/index.ts'
import { MICROS_PER_MINUTE } from '../domain/index.ts'

/** How long a model's answers are kept for its trace. */
export const TRACE_SPAN = 2 * MICROS_PER_MINUTE
const MOST = 1_200

/** One answer of a model; `at` is the stamp of its quote. */
export interface Predicted {
  readonly at: Micros
  readonly outputs: readonly number[]
}

/** What a model answered in the last two minutes, by source and instrument. */
export class PredictionHistory {
  readonly #kept = new Map<string, Predicted[]>()

  take(source: string, { instrument, quoteAt, outputs }: PredictionFact): void {
    const key = `${source} ${instrument}`
    const list = this.#kept.get(key) ?? []
    this.#kept.set(key, list)
    const last = list.at(-1)
    if (last !== undefined && quoteAt <= last.at) return
    list.push({ at: quoteAt, outputs })
    while (list.length > MOST || (list[0] !== undefined && quoteAt - list[0].at > TRACE_SPAN)) {
      list.shift()
    }
  }

  /** Oldest first. */
  of(source: string, instrument: number): readonly Predicted[] {
    return this.#kept.get(`${source} ${instrument}`) ?? []
  }

  clear(): void {
    this.#kept.clear()
  }
}
