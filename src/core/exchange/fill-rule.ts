import type { OwnOrder } from './own-order.ts'
import type { TradedVolume } from './traded-volume.ts'

export const FILL_RULES = ['conservative', 'optimistic'] as const
export type FillRuleName = (typeof FILL_RULES)[number]

/** When a waiting order fills on recorded quotes, which cannot know of it. */
export interface FillRule {
  readonly name: FillRuleName
  /** Ticks by which the other side's best must pass the order's limit to fill it. */
  readonly passedBy: 0 | 1
  /**
   * Brings the order's queue up to date with what was traded, and tells what of it fills.
   *
   * @param shown lots shown at its price on its side now, NaN where out of sight.
   * @param spent lots that orders of ours before it took of the same trades.
   * @returns whole lots, at most what is left of the order.
   */
  fills(order: OwnOrder, traded: TradedVolume, shown: number, spent: number): number
}
