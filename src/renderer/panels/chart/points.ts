import { ChartAxis } from '../../../core/desk/chart-axis.ts'
import { m4 } from '../../../core/desk/chart-m4.ts'
import type { ChartPlan } from '../../../core/desk/chart-plan.ts'
import { STRETCHES } from '../../../core/desk/chart-plan.ts'
import type { ToldBar } from '../../../core/desk/chart-rows.ts'
import type { Gap } from '../../../core/desk/chart-gaps.ts'
import { isMissing } from '../../../core/desk/chart-gaps.ts'
import { pauseBetween } from '../../../core/desk/chart-silence.ts'
import type { TickSeries } from '../../../core/desk/chart-ticks.ts'

/** What the chart library is handed: a key and a value; without a value a place that is empty. */
export interface Point {
  readonly time: number
  readonly value?: number
}

/** A point of the thinned past. */
interface PastPoint {
  readonly at: number
  readonly value: number
  /** Up to when it stands. */
  readonly until: number
}

/** All points that are known, oldest first: the thinned past, then tick by tick. */
export class KnownPoints {
  readonly series: TickSeries
  readonly #past: readonly PastPoint[]
  /** Points before which the session stood, as far as was looked. */
  readonly #opening: number[] = []
  #looked = 1

  constructor(series: TickSeries, past: readonly ToldBar[]) {
    this.series = series
    this.#past = unfolded(past, series.count > 0 ? series.columns.key[0]! : Infinity)
  }

  /** Of those that are no ticks. */
  get older(): number {
    return this.#past.length
  }

  get count(): number {
    return this.#past.length + this.series.count
  }

  key(index: number): number {
    const tick = index - this.#past.length
    return tick < 0 ? this.#past[index]!.at : this.series.columns.key[tick]!
  }

  value(index: number): number {
    const tick = index - this.#past.length
    return tick < 0 ? this.#past[index]!.value : this.series.columns.middle[tick]!
  }

  /** Index of the tick; below 0 of a point that is none. */
  tick(index: number): number {
    return index - this.#past.length
  }

  /** Whether the session stood anywhere between a point and a later one. */
  isBroken(from: number, to: number): boolean {
    for (; this.#looked <= to; this.#looked++) {
      if (this.#opens(this.#looked)) this.#opening.push(this.#looked)
    }
    const newest = this.#opening.findLast((index) => index <= to)
    return newest !== undefined && newest > from
  }

  /** Whether ticks are missing anywhere between a point and a later one. */
  isMissing(gaps: readonly Gap[], from: number, to: number): boolean {
    return gaps.length > 0 && isMissing(gaps, this.key(from), this.key(to))
  }

  #opens(index: number): boolean {
    const before = this.#past[index - 1]?.until ?? this.key(index - 1)
    return pauseBetween(before, this.key(index), Infinity) === 'break'
  }

  /** First point from the moment on, `count` where there is none. */
  from(at: number): number {
    let low = 0
    let high = this.count
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.key(middle) >= at) high = middle
      else low = middle + 1
    }
    return low
  }
}

/** Points as they stand on the axis. */
export interface Placed {
  readonly axis: ChartAxis
  readonly points: Point[]
  /** Which tick each is; below 0 of those that are none. */
  readonly ticks: number[]
  /** Whether the session stood between the point before and each: no line leads there. */
  readonly opens: boolean[]
  /** Whether ticks are missing between the point before and each: no line leads there either. */
  readonly missing: boolean[]
}

export function placed(
  known: KnownPoints,
  { from, to, thin }: ChartPlan,
  gaps: readonly Gap[] = [],
): Placed {
  const axis = new ChartAxis()
  const points: Point[] = []
  const ticks: number[] = []
  const opens: boolean[] = []
  const missing: boolean[] = []
  let before = -1
  const put = (index: number): void => {
    axis.push(known.key(index))
    points.push(pointOf(known, index))
    ticks.push(known.tick(index))
    opens.push(before >= 0 && known.isBroken(before, index))
    missing.push(before >= 0 && known.isMissing(gaps, before, index))
    before = index
  }
  if (thin) for (const index of m4((each) => known.value(each), from, to, STRETCHES)) put(index)
  else for (let index = from; index < to; index++) put(index)
  return { axis, points, ticks, opens, missing }
}

export function pointOf(known: KnownPoints, index: number): Point {
  const value = known.value(index)
  const time = known.key(index)
  return value === value ? { time, value } : { time }
}

/** Stretches as the line that went through them: open, low, high, close, evenly spread. */
function unfolded(past: readonly ToldBar[], before: number): readonly PastPoint[] {
  // The last one before a break does not last until it is over.
  let length = Infinity
  for (let index = 1; index < past.length; index++) {
    length = Math.min(length, past[index]!.at - past[index - 1]!.at)
  }
  return past.flatMap(({ at, open, high, low, close }, index) => {
    const until = Math.min(past[index + 1]?.at ?? before, before, at + length)
    const step = Math.floor((until - at) / 4)
    if (step < 1) return []
    const way = close >= open ? [open, low, high, close] : [open, high, low, close]
    return way.map((value, part) => ({ at: at + part * step, value, until }))
  })
}
