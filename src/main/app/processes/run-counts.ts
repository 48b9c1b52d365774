import type { BeatFact } from '../../../core/contracts/index.ts'
import type { Fen } from '../../../core/domain/index.ts'

/** What a run did, counted from when this main began to watch. */
export interface RunCounts {
  readonly ticks: number
  readonly orders: number
  readonly cancels: number
  readonly fills: number
  readonly fees: Fen
}

const NAMES = ['run.ticks', 'run.orders', 'run.cancels', 'run.fills', 'run.fees_fen'] as const
type Name = (typeof NAMES)[number]

/**
 * Adds up what the gateway counts of itself. Each of its lives begins with 0; one that was adopted
 * has counted before, which belongs to an earlier run.
 */
export class GatewayCounts {
  readonly #sums = new Map<Name, number>()
  #last: BeatFact | undefined

  /** @param adopted whether this is the first beat of a gateway that lived before this main. */
  take(beat: BeatFact, adopted: boolean): void {
    const before = this.#last?.pid === beat.pid ? this.#last.figures : adopted ? beat.figures : {}
    this.#last = beat
    for (const name of NAMES) {
      const more = (beat.figures[name] ?? 0) - (before[name] ?? 0)
      this.#sums.set(name, (this.#sums.get(name) ?? 0) + more)
    }
  }

  get counts(): RunCounts {
    const sum = (name: Name): number => this.#sums.get(name) ?? 0
    return {
      ticks: sum('run.ticks'),
      orders: sum('run.orders'),
      cancels: sum('run.cancels'),
      fills: sum('run.fills'),
      fees: sum('run.fees_fen') as Fen,
    }
  }
}
