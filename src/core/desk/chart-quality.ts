import type { Gap } from './chart-gaps.ts'
import { firstAbove } from './chart-key.ts'
import { sessionSpan } from './chart-silence.ts'

/** What a picture of ticks is made of. */
export interface ChartQuality {
  /** First and newest tick; NaN of none. */
  readonly from: number
  readonly to: number
  readonly ticks: number
  /** µs of the session before the first tick that was heard: 0 where history told nothing of it. */
  readonly before: number
  readonly gaps: readonly Gap[]
  /** What was counted of all contracts in all gaps; NaN where that is not known of each. */
  readonly missed: number
}

interface Ticks {
  readonly count: number
  readonly columns: { readonly at: ArrayLike<number> }
}

/** @param heardSince when the first tick was heard; NaN where none was. */
export function qualityOf(
  { count, columns: { at } }: Ticks,
  heardSince: number,
  gaps: readonly Gap[],
): ChartQuality {
  const told = Number.isNaN(heardSince) ? count : firstAbove(at, count, heardSince - 1)
  const upToHeard = Math.min(count, told + 1)
  return {
    from: count === 0 ? NaN : at[0]!,
    to: count === 0 ? NaN : at[count - 1]!,
    ticks: count,
    before: told === 0 ? 0 : sessionSpan(at, upToHeard, Infinity).passed,
    gaps,
    missed: gaps.reduce((sum, { missed }) => sum + missed, 0),
  }
}
