import type { ChartData } from './chart-data.ts'
import type { Shown } from './shown.ts'

/** Ticks on either side of what is seen, so that its depth is seen too. */
const DEPTH_SEEN = 7
/** Ticks that the axis of prices spans at least. */
const LEAST_SPAN = 24

/** The prices that are shown around those that are seen: lowest and highest. */
export function widened(
  low: number,
  high: number,
  tickSize: number,
  hasDepth: boolean,
): readonly [number, number] {
  const ticks = hasDepth ? DEPTH_SEEN : 2
  const lacks = Math.max(0, LEAST_SPAN * tickSize - (high - low + 2 * ticks * tickSize)) / 2
  return [low - ticks * tickSize - lacks, high + ticks * tickSize + lacks]
}

/** Trading day of what stands at a place of the axis of time; 0 where nothing is known. */
export function dayAt(key: number, data: ChartData, shown: Shown): number {
  const { series, past } = data.feed
  const index = series.indexAt(key)
  if (data.bars !== undefined) {
    const bar = shown.bars[shown.axis.placeOf(key)]
    if (bar !== undefined && bar.day > 0) return bar.day
  }
  if (index >= 0) return series.columns.day[index]!
  return past.length > 0 || series.count > 0 ? (series.columns.day[0] ?? 0) : 0
}
