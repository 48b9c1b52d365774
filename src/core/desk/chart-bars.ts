import type { Micros } from '../domain/index.ts'
import { barStart } from '../domain/index.ts'
import type { ToldBar } from './chart-rows.ts'
import type { TickSeries } from './chart-ticks.ts'

/** A bar of the chart, with its lots split by who is taken to have crossed the spread. */
export interface ChartBar extends ToldBar {
  /** NaN where only history tells of the bar. */
  readonly bought: number
  readonly sold: number
}

/** Bars of equal length out of ticks, as far as these reach; the last one still grows. */
export class TickBars {
  readonly length: number
  readonly bars: ChartBar[] = []

  /** @param length µs, counted from midnight in UTC+8. */
  constructor(length: number) {
    this.length = length
  }

  /**
   * Takes a tick of a series, in their order. A tick without a last price counts in the next bar's
   * lots only.
   */
  add({ columns }: TickSeries, index: number): void {
    const last = columns.last[index]!
    const lots = columns.lots[index]!
    const bought = (lots * (1 + columns.sign[index]!)) / 2
    if (last !== last) return
    const at = barStart(columns.at[index] as Micros, this.length)
    const before = this.bars.at(-1)
    const openInterest = columns.openInterest[index]!
    if (before?.at !== at) {
      const day = columns.day[index]!
      const prices = { open: last, high: last, low: last, close: last }
      const split = { volume: lots, bought, sold: lots - bought }
      this.bars.push({ at, day, ...prices, openInterest, ...split })
      return
    }
    this.bars[this.bars.length - 1] = {
      at,
      day: before.day,
      open: before.open,
      high: Math.max(before.high, last),
      low: Math.min(before.low, last),
      close: last,
      openInterest,
      volume: before.volume + lots,
      bought: before.bought + bought,
      sold: before.sold + lots - bought,
    }
  }
}

/**
 * Bars that history tells, and those of the ticks here: a bar is made of ticks where all of its
 * ticks are here, that is, behind the one that the first tick falls into.
 */
export function joinBars(told: readonly ToldBar[], made: readonly ChartBar[]): readonly ChartBar[] {
  const [partial] = made
  if (partial === undefined) return told.map(unsplit)
  const older = told.filter(({ at }) => at <= partial.at).map(unsplit)
  const whole = older.at(-1)?.at === partial.at ? made.slice(1) : made
  return [...older, ...whole]
}

function unsplit(bar: ToldBar): ChartBar {
  return { ...bar, bought: NaN, sold: NaN }
}
