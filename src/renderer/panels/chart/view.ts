import type { IChartApiBase, ISeriesApi, Logical, SeriesType } from 'lightweight-charts'
import type { ChartAxis } from '../../../core/desk/chart-axis.ts'

/** Where things lie in one pane just now, in CSS pixels. */
export interface View {
  readonly width: number
  readonly height: number
  /** Of a place on the axis, which may lie between two points. */
  readonly x: (place: number) => number
  /** Of a value on the pane's scale. */
  readonly y: (value: number) => number
  readonly valueAt: (y: number) => number
  readonly placeAt: (x: number) => number
  /** Width of one point. */
  readonly spacing: number
  /** Points that are seen, or just not: whole numbers within the axis. */
  readonly first: number
  readonly last: number
}

export type AnyChart = IChartApiBase<number>
export type AnySeries = ISeriesApi<SeriesType, number>

/** Undefined while there is nothing to lay out. */
export function viewOf(
  chart: AnyChart,
  series: AnySeries,
  axis: ChartAxis,
  width: number,
  height: number,
): View | undefined {
  const scale = chart.timeScale()
  const range = scale.getVisibleLogicalRange()
  const [top, bottom] = [series.coordinateToPrice(0), series.coordinateToPrice(height)]
  if (range === null || top === null || bottom === null || top === bottom) return undefined
  const base = Math.floor(range.from)
  // The library answers whole places only, and the same distance for each.
  const origin = scale.logicalToCoordinate(base as Logical)
  const beyond = scale.logicalToCoordinate((base + 1_000) as Logical)
  if (origin === null || beyond === null) return undefined
  const spacing = (beyond - origin) / 1_000
  const slope = height / (bottom - top)
  return {
    width,
    height,
    spacing,
    x: (place) => origin + (place - base) * spacing,
    y: (value) => (value - top) * slope,
    valueAt: (y) => top + y / slope,
    placeAt: (x) => base + (x - origin) / spacing,
    first: Math.max(0, Math.floor(range.from) - 1),
    last: Math.min(axis.count - 1, Math.ceil(range.to) + 1),
  }
}
