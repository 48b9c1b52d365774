import type { IHorzScaleBehavior, LineWidth } from 'lightweight-charts'
import {
  CandlestickSeries,
  ColorType,
  CrosshairMode,
  LineSeries,
  LineType,
  createChartEx,
} from 'lightweight-charts'
import type { Instrument } from '../../../core/domain/index.ts'
import type { Palette } from '../../desk/index.ts'
import { decimal, priceFormat } from '../../format/index.ts'
import { showCrosshair } from './crosshair-canvases.ts'
import { microScale } from './micro-scale.ts'
import type { AnyChart, AnySeries } from './view.ts'

/** Heights of prices, targets and volume. */
const STRETCH = [7, 1, 1.6] as const
const HIDDEN = {
  lineVisible: false,
  priceLineVisible: false,
  lastValueVisible: false,
  crosshairMarkerVisible: false,
  pointMarkersVisible: false,
} as const

export interface ChartParts {
  readonly container: HTMLElement
  readonly instrument: Instrument
  /** Candles instead of ticks. */
  readonly bars: boolean
  /** Trading day of a key on the axis. */
  readonly day: (key: number) => number
  readonly palette: Palette
  /** Widens the range of prices that are seen. */
  readonly widen: (low: number, high: number) => readonly [number, number]
  readonly reach: () => number
  readonly mostVolume: () => number
}

/** The library's chart with our axis, three panes, and nothing of its own drawn but scales. */
export interface LiveChart {
  readonly chart: AnyChart
  readonly main: AnySeries
  readonly strip: AnySeries
  readonly volume: AnySeries
  /**
   * Hidden series carry the scales of the lower panes: a point each, at a key of the main one, once
   * the one before is taken away. One that stays where it was would keep its key on the axis; one
   * that is handed over as data would have the library lay out all of the axis anew, for each.
   */
  readonly anchor: (key: number) => void
  readonly unanchor: () => void
  readonly paint: (palette: Palette) => void
  /** Puts the crosshair on a point, until the pointer moves. */
  readonly mark: (place: number) => void
  readonly unmark: () => void
}

/** The line of captions at the top of the lower panes, which nothing is drawn over. */
const CAPTIONS = 18

/** How much more than its highest bar a pane shows, so that its captions stay free. */
function roomFor(height: number): number {
  return height > 0 ? height / Math.max(height - CAPTIONS, height / 3) : 1
}

export function createLiveChart(parts: ChartParts): LiveChart {
  const { container, instrument, bars, day, palette, widen, reach, mostVolume } = parts
  const chart: AnyChart = createChartEx<number, IHorzScaleBehavior<number>>(
    container,
    microScale(day),
    {
      autoSize: false,
      // Also before the first look is given: its style sheet is not allowed here.
      layout: { attributionLogo: false },
      crosshair: { mode: CrosshairMode.Normal },
      rightPriceScale: {
        minimumWidth: 62,
        borderVisible: true,
        scaleMargins: NO_MARGINS,
        entireTextOnly: true,
      },
      timeScale: { minBarSpacing: 0.01, rightOffset: 4, borderVisible: true, minimumHeight: 18 },
      handleScale: { axisDoubleClickReset: true },
      kineticScroll: { mouse: false, touch: true },
      hoveredSeriesOnTop: false,
    },
  )
  chart.applyOptions(look(palette))
  const main = mainSeries(chart, instrument, bars, palette, widen)
  const lower = (pane: number, range: () => readonly [number, number]): AnySeries => {
    const series = chart.addSeries(
      LineSeries,
      {
        ...HIDDEN,
        priceFormat: { type: 'custom', minMove: 1, formatter: wholeText },
        autoscaleInfoProvider: () => {
          const [minValue, maxValue] = range()
          return { priceRange: { minValue, maxValue } }
        },
      },
      pane,
    )
    return series
  }
  const heightOf = (pane: number): number => chart.panes()[pane]?.getHeight() ?? 0
  const strip = lower(1, () => [-reach(), reach() * (2 * roomFor(heightOf(1)) - 1)])
  const volume = lower(2, () => [0, mostVolume() * roomFor(heightOf(2))])
  for (const [index, pane] of chart.panes().entries()) pane.setStretchFactor(STRETCH[index] ?? 1)
  const crossed = (on: boolean): void => showCrosshair(container, on)
  // The chart that was here before may have left its own.
  crossed(false)
  chart.subscribeCrosshairMove(({ point }) => crossed(point !== undefined))
  return {
    chart,
    main,
    strip,
    volume,
    anchor: (key) => {
      for (const series of [strip, volume]) series.update({ time: key, value: 0 })
    },
    unanchor: () => {
      for (const series of [strip, volume]) if (series.data().length > 0) series.pop(1)
    },
    mark: (place) => {
      const point = main.dataByIndex(place)
      if (point === null) return
      const price = 'value' in point ? point.value : 'close' in point ? point.close : NaN
      if (!Number.isFinite(price)) return
      chart.setCrosshairPosition(price, point.time, main)
      crossed(true)
    },
    unmark: () => {
      chart.clearCrosshairPosition()
      crossed(false)
    },
    paint: (next) => {
      chart.applyOptions(look(next))
      if (bars) main.applyOptions(candleColors(next))
    },
  }
}

const NO_MARGINS = { top: 0, bottom: 0 }

function mainSeries(
  chart: AnyChart,
  instrument: Instrument,
  bars: boolean,
  palette: Palette,
  widen: ChartParts['widen'],
): AnySeries {
  const format = priceFormat(instrument)
  const { tickSize } = instrument
  const text = (price: number): string => format.ticks(Math.round(price / tickSize))
  /** The library steps by 25 where the tick is 10: what is no price of the market has no label. */
  const mark = (price: number): string => {
    const ticks = price / tickSize
    return Math.abs(ticks - Math.round(ticks)) < 1e-3 ? text(price) : ''
  }
  const options = {
    priceFormat: {
      type: 'custom' as const,
      minMove: tickSize,
      formatter: text,
      tickmarksFormatter: (prices: readonly number[]) => prices.map(mark),
    },
    priceLineVisible: false,
    lastValueVisible: false,
    autoscaleInfoProvider: (original: () => Scale | null): Scale | null => {
      const found = original()
      if (found?.priceRange === null || found === null) return found
      const [minValue, maxValue] = widen(found.priceRange.minValue, found.priceRange.maxValue)
      return { priceRange: { minValue, maxValue } }
    },
  }
  if (bars) {
    return chart.addSeries(CandlestickSeries, { ...options, ...candleColors(palette) }, 0)
  }
  const line = { lineType: LineType.WithSteps, lineWidth: 1 as LineWidth }
  return chart.addSeries(LineSeries, { ...options, ...HIDDEN, ...line }, 0)
}

interface Scale {
  readonly priceRange: { readonly minValue: number; readonly maxValue: number } | null
}

function wholeText(value: number): string {
  const whole = Math.round(value)
  if (Math.abs(value - whole) > 1e-6) return ''
  return decimal(whole)
}

function candleColors({ color }: Palette) {
  return {
    upColor: color('up'),
    downColor: color('down'),
    borderUpColor: color('up'),
    borderDownColor: color('down'),
    wickUpColor: color('up'),
    wickDownColor: color('down'),
  }
}

function look({ color, faint }: Palette) {
  const cross = { color: color('fg-3'), labelBackgroundColor: color('bg-4') }
  const grid = faint('fg-3', 0.12)
  return {
    layout: {
      attributionLogo: false,
      background: { type: ColorType.Solid as const, color: color('bg-1') },
      textColor: color('fg-3'),
      fontSize: 10,
      fontFamily: color('font-ui'),
      panes: { separatorColor: color('line-2'), separatorHoverColor: faint('line-3', 0.5) },
    },
    grid: { vertLines: { color: grid }, horzLines: { color: grid } },
    crosshair: { vertLine: cross, horzLine: cross },
    rightPriceScale: { borderColor: color('line-2') },
    timeScale: { borderColor: color('line-2') },
  }
}
