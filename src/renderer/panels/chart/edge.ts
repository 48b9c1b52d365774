import type { ChartAxis } from '../../../core/desk/chart-axis.ts'
import { sessionSpan } from '../../../core/desk/chart-silence.ts'

/** A stretch of the axis, in places. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** Share of the width that is left free behind the newest point. */
const AHEAD = 0.03
/** Before there are enough ticks to tell how often they come. */
const USUAL_STEP = 500_000

/** How many points a span of session time holds, going by those that are there. */
export function pointsIn(axis: ChartAxis, span: number): number {
  const { count, keys } = axis
  if (count < 2) return Math.ceil(span / USUAL_STEP)
  const { first, passed: there } = sessionSpan(keys, count, span)
  const within = count - 1 - first
  if (there >= 0.98 * span) return Math.max(10, within)
  // Fewer than there are to be: as many as would come at this rate.
  const step = within >= 20 && there > 0 ? there / within : USUAL_STEP
  return Math.max(10, Math.min(4_000, Math.ceil(span / step)))
}

/** So many points up to the newest one. */
export function atEdge(count: number, seen: number): Range {
  const ahead = Math.max(3, seen * AHEAD)
  return { from: count - 1 - seen + ahead, to: count - 1 + ahead }
}

/** So many points with a moment in the middle; undefined where the axis begins after it. */
export function around(axis: ChartAxis, at: number, seen: number): Range | undefined {
  const place = axis.placeOf(at)
  return Number.isFinite(place) ? { from: place - seen / 2, to: place + seen / 2 } : undefined
}

/** The same times on another axis; what lay beyond its ends lies beyond by as many points. */
export function carried({ from, to }: Range, before: ChartAxis, after: ChartAxis): Range {
  const last = before.count - 1
  const place = (at: number): number => Math.max(0, after.placeOf(at))
  const left = from < 0 ? from : place(before.timeAt(from))
  const right = to > last ? after.count - 1 + (to - last) : place(before.timeAt(to))
  return right > left ? { from: left, to: right } : { from: right - (to - from), to: right }
}

const MINUTE = 60_000_000

/**
 * How long a stretch is shown at the live edge: the window that was chosen, and less while there is
 * much less to show, in few steps, so that the scale stands still in between.
 */
export function spanShown(span: number, known: number): number {
  let shown = MINUTE
  while (shown < span && known > 0.9 * shown) shown *= 2
  return Math.min(span, shown)
}
