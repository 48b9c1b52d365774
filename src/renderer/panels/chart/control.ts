// Long because what is seen, what is known and what is drawn meet here.
import type { LogicalRange } from 'lightweight-charts'
import { fillBeside, stepsFrom } from '../../../core/desk/chart-holdings.ts'
import { SessionLength, sessionSpan } from '../../../core/desk/chart-silence.ts'
import type { OrderWish } from '../../../core/desk/order-preview.ts'
import type { Instrument } from '../../../core/domain/index.ts'
import { MICROS_PER_MINUTE } from '../../../core/domain/index.ts'
import type { Desk, Letter, Palette, Slice } from '../../desk/index.ts'
import type { Sentence, Translate } from '../../words/index.ts'
import { dayAt, widened } from './axes.ts'
import { ChartData } from './chart-data.ts'
import type { Range } from './edge.ts'
import { around, atEdge, carried, pointsIn, spanShown } from './edge.ts'
import { Hand } from './hand.ts'
import type { LiveChart } from './live-chart.ts'
import { createLiveChart } from './live-chart.ts'
import { Later } from './later.ts'
import { Measure } from './measure.ts'
import { OwnOrders } from './own-orders.ts'
import { ChartPaint } from './chart-paint.ts'
import type { TagBox } from './paint/orders.ts'
import { Pace } from './pace.ts'
import { watchPointer } from './pointer.ts'
import { Seeking } from './seeking.ts'
import type { ChartSettings } from './settings.ts'
import { PERIODS, volumeLength } from './settings.ts'
import { Shown } from './shown.ts'
import { undrawn } from './undrawn.ts'

export interface ControlParts {
  readonly container: HTMLElement
  readonly desk: Desk
  readonly letter: Letter
  readonly instrument: Instrument
  readonly settings: ChartSettings
  readonly palette: () => Palette
  readonly translate: () => Translate
  /** The way from a wish to an order that all of the window share. */
  readonly request: (wish: OrderWish) => void
  /** A word for the person, for a few seconds. */
  readonly note: (words: Sentence) => void
  /** Where the pointer is: a place on the axis, or undefined. */
  readonly hover: (place: number | undefined) => void
}

const NOTHING: ReadonlySet<Slice> = new Set()
/** Slices, apart from quotes, that change the picture. */
const PAINTED = ['orders', 'fills', 'positions', 'targets', 'trading', 'theme'] as const
/** Bars that are seen at first. */
const BARS_SEEN = 140

/** One chart on the screen, from the time it is put up until it is taken down. */
export class ChartControl {
  readonly data: ChartData
  readonly orders: OwnOrders
  readonly measure: Measure
  readonly parts: ControlParts
  readonly live: LiveChart
  readonly shown: Shown
  settings: ChartSettings
  readonly #paint: ChartPaint
  readonly #releases = new Set<() => void>()
  readonly #pace = new Pace(() => this.frame(NOTHING))
  /** More of the same can wait until a frame is painted, which has enough to do. */
  readonly #anew = new Later(() => this.#make())
  readonly #seeking: Seeking
  readonly #hand: Hand
  #zoomed = 0
  #sized = false
  /** Whoever still has this one, for a frame or until a person lets go, finds nothing to do. */
  #closed = false
  #painted = -1
  #following = true
  #spanShown = 0
  readonly #session = new SessionLength()
  #width = 0
  #making = false
  /** The moment that the crosshair was put on; NaN once it was moved. */
  #marked = NaN

  constructor(parts: ControlParts) {
    const { desk, instrument, settings, container, palette } = parts
    this.parts = parts
    this.settings = settings
    const wake = (): void => this.wake()
    this.data = new ChartData(desk, instrument, volumeLength(settings.minutes), wake)
    this.data.showBars(PERIODS[settings.period])
    this.orders = new OwnOrders(desk, instrument, wake)
    this.measure = new Measure(wake)
    this.live = createLiveChart({
      container,
      instrument,
      bars: settings.period !== 'tick',
      day: (key) => dayAt(key, this.data, this.shown),
      palette: palette(),
      widen: (low, high) => widened(low, high, instrument.tickSize, this.data.bars === undefined),
      reach: () => this.#paint.reach,
      mostVolume: () => this.#paint.mostVolume,
    })
    this.shown = new Shown(this.data, this.live)
    this.#paint = new ChartPaint(this)
    this.#seeking = new Seeking({
      centre: (at) => this.#centre(at),
      settled: () => this.data.settled,
      oldest: () => this.data.oldest,
      earlier: () => this.data.earlier(),
      giveUp: () => {
        this.home()
        parts.note((t) => t('chart.no-moment'))
      },
    })
    this.#hand = new Hand(container, {
      drags: () => this.orders.drag !== undefined,
      touched: () => (this.#marked = NaN),
    })
    this.#releases.add(() => this.#hand.close())
    this.live.chart.timeScale().subscribeVisibleLogicalRangeChange((range) => this.#moved(range))
    this.live.chart.subscribeCrosshairMove(({ logical, point }) => {
      parts.hover(point === undefined ? undefined : logical)
    })
    this.#releases.add(watchPointer(this))
    this.#releases.add(
      desk.shedding.subscribe(() => {
        this.#tellUndrawn()
        this.wake()
      }),
    )
    this.#tellUndrawn()
  }

  close(): void {
    this.#pace.close()
    this.#anew.close()
    // A frame, or an answer, that was under way may still come: the canvases are gone by then, and
    // the library would draw on them for whatever it is told.
    this.#closed = true
    this.#sized = false
    for (const release of this.#releases) release()
    this.parts.desk.measures.degrade(this, [])
    this.#seeking.end()
    this.#marked = NaN
    this.data.close()
    this.orders.close()
    this.live.chart.remove()
  }

  get isClosed(): boolean {
    return this.#closed
  }

  /** Calls before the chart goes. @returns what ends that. */
  beforeClose(call: () => void): () => void {
    this.#releases.add(call)
    return () => void this.#releases.delete(call)
  }

  /** Paints in the library's next frame; makes anew what changed otherwise than at its end. */
  wake(): void {
    if (!this.#sized) return
    this.data.refresh(NOTHING)
    if (this.shown.isOutdated) this.#make()
    else this.#paint.refresh()
    void this.#seeking.look()
  }

  resize(width: number, height: number): void {
    if (this.#closed || width < 40 || height < 40) return
    this.live.chart.resize(width, height)
    if (this.#sized) return this.wake()
    this.#sized = true
    this.#make()
    void this.#seeking.look()
  }

  /** Layers, window and bubbles; another period is another control. */
  set(settings: ChartSettings): void {
    if (this.#closed) return
    const { minutes } = this.settings
    this.settings = settings
    this.#tellUndrawn()
    if (settings.minutes !== minutes) {
      this.data.measure(volumeLength(settings.minutes))
      this.liveEdge()
    }
    this.wake()
  }

  #tellUndrawn(): void {
    const { measures, shedding } = this.parts.desk
    measures.degrade(this, undrawn(shedding, this.settings))
  }

  /** @returns whether there is something to draw in the library's next frame. */
  frame(changed: ReadonlySet<Slice>): boolean {
    if (this.#closed) return false
    const { desk, instrument, palette } = this.parts
    if (changed.has('theme')) this.live.paint(palette())
    this.data.refresh(changed)
    if (!this.#sized) return false
    const aged = changed.has('age') && desk.freshness.isOld(instrument.id, desk.sessionNow())
    const own = aged || PAINTED.some((slice) => changed.has(slice))
    if (own) this.#pace.drawn(performance.now())
    else if (this.#pace.waits(performance.now())) return false
    const { told, isOutdated } = this.shown
    if (isOutdated || !this.shown.extend() || this.#hasOutgrown) {
      if (isOutdated) this.#make()
      else this.#anew.ask()
      return true
    }
    const range = this.range
    if (range !== undefined) this.shown.hold(Math.floor(range.from))
    const { count } = this.data.feed.series
    if (count === this.#painted && !own) return false
    this.#painted = count
    this.#paint.refresh(own || this.shown.told === told)
    return true
  }

  /** The newest point stays in sight. Elsewhere the view stands still when points come. */
  get following(): boolean {
    return this.#following
  }

  set following(on: boolean) {
    if (this.#closed || on === this.#following) return
    this.#following = on
    this.live.chart.timeScale().applyOptions({ shiftVisibleRangeOnNewBar: on })
  }

  /** Where tags of own orders stand. */
  get boxes(): readonly TagBox[] {
    return this.readOnly ? [] : this.#paint.boxes
  }

  /** Hands do not trade in a replay, and nobody does where nothing but the feed is there. */
  get readOnly(): boolean {
    const mode = this.parts.desk.session.opening?.origin.mode
    return mode === 'replay' || mode === 'monitor'
  }

  get bubbleLots(): number {
    return this.#paint.bubbleLots
  }

  get range(): Range | undefined {
    if (this.#closed) return undefined
    return this.live.chart.timeScale().getVisibleLogicalRange() ?? undefined
  }

  /** Back to the newest point, with the window that was chosen. */
  liveEdge(): void {
    if (this.#closed) return
    this.#seeking.end()
    this.#marked = NaN
    this.live.unmark()
    this.following = true
    this.#zoomed = 0
    this.data.feed.forgetPast()
    this.#make()
  }

  /** To the oldest point that is known. */
  home(): void {
    const { range } = this
    if (range === undefined) return
    this.#go({ from: 0, to: range.to - range.from })
  }

  /** By a share of the width. */
  pan(share: number): void {
    const { range } = this
    if (range === undefined) return
    const step = (range.to - range.from) * share
    this.#go({ from: range.from + step, to: range.to + step })
  }

  /** Above 1: shows more. */
  zoom(factor: number): void {
    const { range } = this
    if (range === undefined) return
    const width = (range.to - range.from) * factor
    if (width < 5 || width > 60_000) return
    const to = this.following ? range.to : (range.from + range.to) / 2 + width / 2
    this.#go({ from: to - width, to })
  }

  /** Puts the own fill before or after the last one, or what is seen, into the middle. */
  toFill(way: 1 | -1): void {
    const { range, following } = this
    if (range === undefined) return
    const { axis } = this.shown
    const [from, to] = [axis.timeAt(range.from), axis.timeAt(range.to)]
    const fills = this.data.fills.map(({ fill }) => fill.at)
    const start = stepsFrom({ from, to, following, marked: this.#marked }, way)
    const index = fillBeside(fills, fills.length, start, way)
    if (index >= 0) this.toMoment(fills[index]!)
  }

  /** Puts a moment into the middle, now or as soon as it is known, and the crosshair on it. */
  toMoment(at: number): void {
    this.#seeking.seek(at)
  }

  #centre(at: number): boolean {
    const { range, shown, live } = this
    if (!this.#sized || range === undefined || !(at >= this.data.oldest)) return false
    const half = (shown.axis.timeAt(range.to) - shown.axis.timeAt(range.from)) / 2
    this.following = false
    this.#making = true
    shown.make(at - half, at + half)
    const next = around(shown.axis, at, range.to - range.from)
    if (next !== undefined) live.chart.timeScale().setVisibleLogicalRange(next)
    this.#making = false
    if (next !== undefined) this.#marked = at
    this.#mark()
    this.#paint.refresh()
    return next !== undefined
  }

  /** Anew for each view: the library's crosshair stays where it was. Once it has laid that out. */
  #mark(): void {
    if (Number.isNaN(this.#marked)) return
    requestAnimationFrame(() => {
      if (this.#closed) return
      const place = this.shown.axis.placeOf(this.#marked)
      if (Number.isFinite(place)) this.live.mark(Math.round(place))
    })
  }

  #go(range: Range): void {
    this.#seeking.end()
    this.#hand.moves()
    this.live.chart.timeScale().setVisibleLogicalRange(range)
  }

  #moved(range: LogicalRange | null): void {
    if (range === null || this.#making || !this.#hand.isMoving) return
    this.following = range.to >= this.shown.axis.count - 1.5 && this.shown.atEnd
    const width = range.to - range.from
    if (Math.abs(width - this.#width) > 0.005 * width) this.#zoomed = this.#width = width
    const room = (range.to - range.from) / 4
    if (range.from < room) {
      if (this.data.bars !== undefined) void this.data.feed.moreBars()
      else if (this.shown.plan.from === 0) void this.data.feed.earlier()
    }
    if (!this.shown.serves(range)) queueMicrotask(() => this.#make())
    else this.wake()
  }

  /** Hands the library what the view needs, and puts the view where it was, or at the edge. */
  #make(): void {
    if (!this.#sized || this.#making) return
    this.#making = true
    const { shown } = this
    const before = shown.axis
    const range = this.range
    const scale = this.live.chart.timeScale()
    if (this.following || range === undefined || before.count === 0) {
      const seen = this.#zoomed
      const { columns, count } = this.data.feed.series
      const span = this.#span
      const { first, passed } = sessionSpan(columns.key, count, span)
      const begin = count > 0 ? columns.key[first]! - (span - passed) : NaN
      this.#spanShown = span
      const asked = seen > 0 ? Math.min(begin, before.timeAt(before.count - seen)) : begin
      shown.make(asked, NaN)
      const bars = this.data.bars !== undefined
      const fit = Math.min(BARS_SEEN, Math.max(40, shown.axis.count + 4))
      const points = seen > 0 ? seen : bars ? fit : pointsIn(shown.axis, span)
      this.#width = points
      if (shown.axis.count > 0) scale.setVisibleLogicalRange(atEdge(shown.axis.count, points))
    } else {
      const from = before.timeAt(range.from)
      shown.make(from - Math.max(0, -range.from) * 1_000_000, before.timeAt(range.to))
      scale.setVisibleLogicalRange(carried(range, before, shown.axis))
    }
    this.#making = false
    this.#mark()
    this.#paint.refresh()
  }

  /** µs at the live edge. */
  get #span(): number {
    const known = this.#session.of(this.data.feed.series)
    return spanShown(this.settings.minutes * MICROS_PER_MINUTE, known)
  }

  /** There is more to show than the view at the edge was made for. */
  get #hasOutgrown(): boolean {
    if (!this.following || this.#zoomed > 0 || this.data.bars !== undefined) return false
    return this.#span !== this.#spanShown
  }
}
