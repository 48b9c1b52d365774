import type { Tape } from '../../../src/core/history/index.ts'
import type { History } from '../../../src/core/ports/index.ts'
import type { Tick } from './bench-rows.ts'

/** A stretch of one contract's ticks, in buckets of equal width; µs. */
export interface Stretch {
  readonly tape: Tape
  readonly symbol: string
  readonly from: number
  readonly to: number
  readonly width: number
}

/** A store with a history on it, and the engine's own client beside. */
export interface BenchedStore {
  /** Opened when need be: a file has one owner at a time. */
  history(): History
  /** Writes rows with the engine's own client, so many at a time. @returns seconds. */
  plain(rows: readonly Tick[], batch: number): Promise<number>
  /** Writes a tape's ticks again for so many days that follow. */
  copy(tape: Tape, days: number): Promise<void>
  /** First, highest, lowest, final price and count of each bucket, by bare SQL. */
  bareChart(stretch: Stretch, rounds: number): Promise<Charted>
  end(): Promise<void>
}

export interface Charted {
  /** Buckets that hold something. */
  readonly buckets: number
  /** Milliseconds, one a round. */
  readonly times: readonly number[]
}

/** Does the same so many times. */
export async function charted(rounds: number, chart: () => Promise<number>): Promise<Charted> {
  const times: number[] = []
  let buckets = 0
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now()
    buckets = await chart()
    times.push(performance.now() - begun)
  }
  return { buckets, times }
}
