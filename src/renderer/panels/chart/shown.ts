import { ChartAxis } from '../../../core/desk/chart-axis.ts'
import type { ChartBar } from '../../../core/desk/chart-bars.ts'
import type { ChartPlan } from '../../../core/desk/chart-plan.ts'
import { MOST_POINTS, planFor, serves } from '../../../core/desk/chart-plan.ts'
import type { ChartData } from './chart-data.ts'
import type { Range } from './edge.ts'
import type { LiveChart } from './live-chart.ts'
import type { Placed } from './points.ts'
import { KnownPoints, placed, pointOf } from './points.ts'
import type { AnySeries } from './view.ts'

const NOTHING: Placed = { axis: new ChartAxis(), points: [], ticks: [], opens: [], missing: [] }
/** Points that come one by one are added; more than that at once are a new picture. */
const FEW = 3
/** Points behind a thinned stretch until it is thinned anew. */
const BEHIND = 120
const MOST_BARS = 4_800

/** What the library holds: which of the known points, and how it is kept up with new ones. */
export class Shown {
  now: Placed = NOTHING
  bars: readonly ChartBar[] = []
  plan: ChartPlan = { from: 0, to: 0, thin: false }
  /** Points that the library was given one by one: it draws by itself then. */
  told = 0
  readonly #data: ChartData
  readonly #live: LiveChart
  #known: KnownPoints
  #made = 0
  #revision = -1
  #generation = -1
  #anchored = -1

  constructor(data: ChartData, live: LiveChart) {
    this.#data = data
    this.#live = live
    this.#known = new KnownPoints(data.feed.series, [])
  }

  get axis(): ChartAxis {
    return this.now.axis
  }

  /** Whether what is known came to be other than by ticks at the end. */
  get isOutdated(): boolean {
    const { feed } = this.#data
    return this.#revision !== feed.revision || this.#generation !== feed.series.generation
  }

  /** Whether it reaches the newest tick. */
  get atEnd(): boolean {
    return this.#data.bars !== undefined || this.plan.to >= this.#known.count
  }

  /** Place of tick 0 of the series, where ticks are shown one by one; NaN otherwise. */
  get origin(): number {
    if (this.#data.bars !== undefined || this.plan.thin) return Number.NaN
    return this.#known.older - this.plan.from
  }

  serves({ from, to }: Range): boolean {
    if (this.#data.bars !== undefined) return true
    return serves(this.plan, ...this.#knownRange(from, to), this.#known.count)
  }

  /** Makes it anew for a stretch of time; NaN: up to the newest. @param span points or µs. */
  make(from: number, to: number): void {
    const { feed } = this.#data
    this.#revision = feed.revision
    this.#generation = feed.series.generation
    if (this.#data.bars !== undefined) return this.#makeBars()
    this.#known = new KnownPoints(feed.series, feed.past)
    const { count } = this.#known
    const last = Number.isNaN(to) ? count : this.#known.from(to) + 1
    const first = Number.isNaN(from) ? 0 : this.#known.from(from)
    this.plan = planFor(Math.min(first, last), last, count)
    this.now = placed(this.#known, this.plan, this.#data.gaps)
    this.#made = count
    this.#hand(this.now.points)
  }

  /** Adds what came at the end. @returns false where it is to be made anew. */
  extend(): boolean {
    if (this.isOutdated) return false
    if (this.#data.bars !== undefined) return this.#extendBars()
    const { count } = this.#known
    const { to } = this.plan
    const more = count - to
    const { axis, points, ticks, opens, missing } = this.now
    if (more === 0 || !this.#endWasShown) return true
    if (more > FEW || points.length + more > MOST_POINTS + 600) return false
    if (this.plan.thin && count - this.#made > BEHIND) return false
    // The library tells of its view while it takes a point: by then all this is to be true.
    this.plan = { ...this.plan, to: count }
    for (let index = to; index < count; index++) {
      const point = pointOf(this.#known, index)
      axis.push(point.time)
      points.push(point)
      ticks.push(this.#known.tick(index))
      const hasBefore = index > 0 && points.length > 1
      opens.push(hasBefore && this.#known.isBroken(index - 1, index))
      missing.push(hasBefore && this.#known.isMissing(this.#data.gaps, index - 1, index))
      this.#live.main.update(point)
      this.told++
    }
    return true
  }

  /**
   * The lower panes' scales hang on a point that must not lie left of what is seen. A chart that is
   * made before the first tick has none to hang them on.
   */
  hold(firstSeen: number): void {
    if (this.#anchored < 0 || firstSeen > this.#anchored - 3) this.#anchor()
  }

  get #endWasShown(): boolean {
    return this.plan.to >= this.#made
  }

  #knownRange(from: number, to: number): readonly [number, number] {
    const { axis } = this.now
    const last = axis.count - 1
    const first = this.#known.from(axis.timeAt(from)) + Math.min(0, from)
    return [first, this.#known.from(axis.timeAt(to)) + Math.max(0, to - last)]
  }

  /** The lower panes' point goes before the others do: it would keep its key on the axis. */
  #hand(points: Parameters<AnySeries['setData']>[0]): void {
    this.#live.unanchor()
    this.#live.main.setData(points)
    this.#anchor()
  }

  #anchor(): void {
    const { axis } = this.now
    this.#anchored = axis.count - 1
    this.#live.unanchor()
    if (axis.count > 0) this.#live.anchor(axis.keys[axis.count - 1]!)
  }

  #makeBars(): void {
    this.bars = this.#data.joinedBars().slice(-MOST_BARS)
    const axis = new ChartAxis(true)
    for (const { at } of this.bars) axis.push(at)
    this.now = { axis, points: [], ticks: this.bars.map(() => -1), opens: [], missing: [] }
    this.#made = this.#data.bars?.bars.length ?? 0
    this.#hand(this.bars.map(candle) as never[])
  }

  #extendBars(): boolean {
    const made = this.#data.bars?.bars ?? []
    const newest = made.at(-1)
    const more = made.length - this.#made
    if (newest === undefined || newest === this.bars.at(-1)) return true
    if (more > 0 || this.bars.at(-1)?.at !== newest.at) return false
    this.bars = [...this.bars.slice(0, -1), newest]
    this.#live.main.update(candle(newest))
    this.told++
    return true
  }
}

function candle({ at, open, high, low, close }: ChartBar) {
  return { time: at, open, high, low, close }
}
