import { heatScale } from '../../../core/desk/chart-heat.ts'
import { priceFormat, signed } from '../../format/index.ts'
import type { ChartControl } from './control.ts'
import { HeatRing } from './paint/heat-ring.ts'
import { paintGaps, paintOpenGap } from './paint/gaps.ts'
import type { Ink } from './paint/ink.ts'
import { horizontal, inkOf } from './paint/ink.ts'
import { paintLegend } from './paint/legend.ts'
import { paintMeasure } from './paint/measure.ts'
import { paintHalts, paintPauses, paintSilence, paintTargets } from './paint/moments.ts'
import type { PriceLine, TagBox } from './paint/orders.ts'
import { paintLines } from './paint/orders.ts'
import { paintPrices } from './paint/prices.ts'
import { paintStrip, stripReach } from './paint/strip.ts'
import { largeLots, paintBubbles, paintFills } from './paint/trades.ts'
import {
  columnsOf,
  columnsOfBars,
  paintOpenInterest,
  paintVolume,
  volumeCaptions,
} from './paint/volume.ts'
import type { AxisTag, Paint, Painted } from './painted.ts'
import { painted } from './painted.ts'
import { PERIOD_WORDS } from './settings.ts'
import type { View } from './view.ts'

/** Ticks after which scale of the heat and size of large trades are looked at anew. */
const LOOK_EVERY = 400

/** Draws all layers of one chart. */
export class ChartPaint {
  /** Where tags of own orders stand, since the last picture. */
  boxes: readonly TagBox[] = []
  reach = 1
  mostVolume = 1
  readonly #control: ChartControl
  readonly #layers: Painted[] = []
  readonly #heat = new HeatRing()
  #most = 0
  #large = 10
  #lookedAt = -1

  constructor(control: ChartControl) {
    this.#control = control
    const { main, strip, volume } = control.live
    const axis = () => control.shown.axis
    const put = (series: typeof main, layer: Painted): void => {
      series.attachPrimitive(layer)
      this.#layers.push(layer)
    }
    const timed =
      (paint: Paint): Paint =>
      (context, view) => {
        const begin = performance.now()
        paint(context, view)
        control.parts.desk.shedding.spend(performance.now() - begin, begin)
      }
    const tags = (): readonly AxisTag[] => this.#tags()
    const below = timed((context, view) => this.#below(context, view))
    const middle = timed((context, view) => this.#middle(context, view))
    const above = timed((context, view) => this.#above(context, view))
    put(main, painted(axis, below, 'bottom'))
    put(main, painted(axis, middle, 'normal'))
    put(main, painted(axis, above, 'normal', tags))
    const stripped = timed((context, view) => this.#strip(context, view))
    const traded = timed((context, view) => this.#volume(context, view))
    put(strip, painted(axis, stripped))
    put(volume, painted(axis, traded))
  }

  /**
   * Looks at what is there anew, and asks for a new picture.
   *
   * @param asks false where the library was given a point, and draws by itself: asked as well, it
   * would lay everything out anew, and draw twice.
   */
  refresh(asks = true): void {
    const { data, shown } = this.#control
    const { series } = data.feed
    if (Math.abs(series.count - this.#lookedAt) > LOOK_EVERY || this.#lookedAt < 50) {
      this.#lookedAt = series.count
      this.#most = heatScale(series.columns, Math.max(0, series.count - 4_000), series.count)
      this.#large = largeLots(series.columns, series.count)
    }
    const reach = stripReach(shown.axis, data.wanted, data.held)
    const isScaled = reach !== this.reach
    this.reach = reach
    if (asks || isScaled) for (const layer of this.#layers) layer.refresh()
  }

  /** Lots from which on a trade is shown as a circle. */
  get bubbleLots(): number {
    const { bubbleLots } = this.#control.settings
    return bubbleLots === 0 ? this.#large : bubbleLots
  }

  get #ink(): Ink {
    return inkOf(this.#control.parts.palette())
  }

  get #showsHeat(): boolean {
    const { settings, shown, parts } = this.#control
    const isDrawn = settings.heat && !parts.desk.shedding.leavesOut('heat')
    return isDrawn && Number.isFinite(shown.origin)
  }

  #below(context: CanvasRenderingContext2D, view: View): void {
    if (!this.#showsHeat) return
    const { data, shown, parts } = this.#control
    const { series } = data.feed
    const { origin, plan } = shown
    const from = Math.max(0, plan.from - (origin + plan.from))
    const to = plan.to - (origin + plan.from)
    if (to <= from) return
    this.#heat.hold(series, from, Math.min(to, series.count), this.#most, parts.palette())
    this.#heat.draw(context, view, origin, parts.instrument.tickSize)
  }

  #middle(context: CanvasRenderingContext2D, view: View): void {
    const { data, shown, settings, parts } = this.#control
    const { instrument, desk } = parts
    const { series } = data.feed
    const ink = this.#ink
    const t = parts.translate()
    const ticks = data.bars === undefined
    const limit = desk.freshness.limit(instrument.id)
    if (ticks && data.gaps.length > 0) paintGaps(context, view, ink, shown.axis, data.gaps)
    if (ticks) paintPauses(context, view, ink, shown.now, series.columns, limit, t)
    if (settings.targets) paintTargets(context, view, ink, shown.axis, data.targets)
    if (ticks) paintPrices(context, view, ink, shown.now, series)
    const bubbles = settings.bubbles && !desk.shedding.leavesOut('bubbles')
    if (ticks && bubbles && !shown.plan.thin) {
      paintBubbles(context, view, ink, shown.now, series.columns, this.bubbleLots)
    }
    if (settings.fills) paintFills(context, view, ink, shown.axis, data.fills, instrument)
    paintHalts(context, view, ink, shown.axis, data.halts)
    const silence = desk.freshness.age(instrument.id, desk.sessionNow())
    if (ticks && shown.atEnd && data.lacks && shown.axis.count > 0) {
      paintOpenGap(context, view, ink, shown.axis.count - 1)
    } else if (shown.atEnd && silence > limit) {
      paintSilence(context, view, ink, shown.axis.count - 1, silence, t)
    }
  }

  #above(context: CanvasRenderingContext2D, view: View): void {
    const { palette } = this.#ink
    const last = this.#last
    if (last === last)
      horizontal(context, view.y(last), view.width, palette.faint('fg-1', 0.5), [2, 2])
    this.boxes = paintLines(context, view, this.#ink, this.#lines)
    const { measure, shown, parts } = this.#control
    const t = parts.translate()
    if (this.#showsHeat) paintLegend(context, view, this.#ink, this.#most, t)
    paintMeasure(context, view, this.#ink, shown.axis, measure, parts.instrument, t)
  }

  get #lines(): readonly PriceLine[] {
    const { orders, data, settings, parts } = this.#control
    if (!settings.orders) return []
    const t = parts.translate()
    return [...orders.lines(data.orders, this.#control.readOnly, t), ...orders.positions(t)]
  }

  get #last(): number {
    const { parts } = this.#control
    return parts.desk.quoteOf(parts.instrument.id)?.last ?? Number.NaN
  }

  #tags(): readonly AxisTag[] {
    const { palette } = this.#ink
    const format = priceFormat(this.#control.parts.instrument)
    const tags: AxisTag[] = this.#lines.map(({ price, token }) => ({
      value: price,
      text: format.price(price),
      color: palette.color(token),
      background: palette.color(token === 'mine' ? 'mine-bg' : 'bg-3'),
    }))
    const last = this.#last
    if (last !== last) return tags
    const look = { color: palette.color('bg-1'), background: palette.color('fg-1') }
    return [...tags, { value: last, text: format.price(last), ...look }]
  }

  #strip(context: CanvasRenderingContext2D, view: View): void {
    const { data, shown, parts } = this.#control
    const owners = parts.desk.replica?.state.owners ?? []
    const said = new Map(data.targets.map(({ owner, target }) => [owner, target]))
    const texts = [...said].flatMap(([owner, target]) =>
      said.size < 2 || Number.isNaN(target)
        ? []
        : [`${owners[owner]?.name ?? ''} ${signed(target)}`],
    )
    const t = parts.translate()
    paintStrip(context, view, this.#ink, shown.axis, data.wanted, data.held, texts, t)
  }

  #volume(context: CanvasRenderingContext2D, view: View): void {
    const { data, shown, parts, settings } = this.#control
    const { bars } = shown
    const t = parts.translate()
    const ticks = data.bars === undefined
    const columns = ticks ? columnsOf(view, shown.axis, data.buckets) : columnsOfBars(view, bars)
    const most = Math.max(1, ...columns.map(({ bought, sold, unsplit }) => bought + sold + unsplit))
    if (most !== this.mostVolume) {
      this.mostVolume = most
      queueMicrotask(() => this.#layers.at(-1)?.refresh())
    }
    paintVolume(context, view, this.#ink, columns)
    const { openInterest } = data.feed.series.columns
    const valueOf = (index: number): number =>
      ticks
        ? (openInterest[shown.now.ticks[index] ?? -1] ?? Number.NaN)
        : (bars[index]?.openInterest ?? Number.NaN)
    const ends = paintOpenInterest(context, view, this.#ink, valueOf)
    const length = ticks ? `${data.buckets.length / 1_000_000} s` : t(PERIOD_WORDS[settings.period])
    const hasUnsplit = columns.some(({ unsplit }) => unsplit > 0)
    volumeCaptions(context, this.#ink, length, hasUnsplit, ends, t)
  }
}
