/** Points of one series that the chart library carries well. */
export const MOST_POINTS = 4_800
/** Points that are seen at once one by one; above that they are thinned out. */
const MOST_SEEN = 3_600
/** Stretches in which a longer span is shown, four points each at most. */
export const STRETCHES = 1_200

/** Which of the known points are handed to the chart. */
export interface ChartPlan {
  readonly from: number
  /** No longer part of it. */
  readonly to: number
  /** First, lowest, highest and last of each stretch instead of every point. */
  readonly thin: boolean
}

/**
 * What to hand to the chart for a view of [from, to) of `count` known points, with a margin on
 * both sides to pan into.
 */
export function planFor(from: number, to: number, count: number): ChartPlan {
  const first = Math.max(0, Math.floor(from))
  const last = Math.min(count, Math.ceil(to))
  const seen = Math.max(1, last - first)
  const thin = seen > MOST_SEEN
  const wanted = thin ? Math.ceil(1.5 * seen) : Math.min(MOST_POINTS, 3 * seen + 600)
  const margin = Math.max(0, wanted - seen)
  const after = Math.min(count - last, Math.floor(margin / 2))
  const begin = Math.max(0, last + after - wanted)
  return { from: begin, to: Math.min(count, Math.max(last + after, begin + wanted)), thin }
}

/**
 * Whether what the chart has still serves the view: it holds what is seen with some room on either
 * side where there is more, one by one where that is possible, and not much more than needed.
 */
export function serves(plan: ChartPlan, from: number, to: number, count: number): boolean {
  const seen = Math.max(1, Math.min(count, to) - Math.max(0, from))
  const room = seen / 10
  if (plan.from > 0 && from < plan.from + room) return false
  if (plan.to < count && to > plan.to - room) return false
  if (seen > MOST_SEEN !== plan.thin) return false
  const held = plan.to - plan.from
  return plan.thin ? held < 3 * seen : held <= MOST_POINTS + 600
}
