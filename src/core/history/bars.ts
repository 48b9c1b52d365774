import type { Cell } from './column.ts'

/**
 * The ticks of one stretch that are of one trading day, summed up: what a store can group without
 * knowing how totals turn. Totals count from the beginning of the trading day: `first…` is that of
 * the first tick, `final…` that of the last tick with a price. NaN where absent.
 */
export interface TickGroup {
  /** Where the stretch begins, epoch µs. */
  readonly ts: number
  readonly tradingDay: number
  readonly open: number
  readonly high: number
  readonly low: number
  readonly close: number
  readonly firstVolume: number
  readonly finalVolume: number
  readonly firstTurnover: number
  readonly finalTurnover: number
  readonly openInterest: number
  /** Ticks that have a price. */
  readonly ticks: number
}

/** The totals before the first group: those of the last tick before it. */
export interface TotalsBefore {
  readonly tradingDay: number
  readonly volume: number
  readonly turnover: number
}

/**
 * Bars out of groups in order of stretch and trading day, as rows of the answer: the differences
 * of the day's totals, which begin again from zero when the trading day turns. A stretch without
 * a price makes no bar; what it traded counts in the next. Without totals before it the first tick
 * is where counting begins.
 */
export function barsOf(
  groups: readonly TickGroup[],
  before: TotalsBefore | undefined,
): readonly (readonly Cell[])[] {
  const rows: Cell[][] = []
  const volume = new Totals(before?.tradingDay, before?.volume)
  const turnover = new Totals(before?.tradingDay, before?.turnover)
  let bar: Bar | undefined
  const end = (): void => {
    if (bar !== undefined && bar.ticks > 0) {
      rows.push(rowOf(bar, volume.taken(), turnover.taken()))
    }
  }
  for (const group of groups) {
    if (bar?.ts !== group.ts) {
      end()
      bar = { ...group, ticks: 0, open: NaN, high: NaN, low: NaN }
    }
    join(bar, group)
    volume.add(group.tradingDay, group.firstVolume, group.finalVolume)
    turnover.add(group.tradingDay, group.firstTurnover, group.finalTurnover)
  }
  end()
  return rows
}

interface Bar {
  readonly ts: number
  tradingDay: number
  open: number
  high: number
  low: number
  close: number
  openInterest: number
  ticks: number
}

function join(bar: Bar, group: TickGroup): void {
  bar.tradingDay = group.tradingDay
  if (group.ticks === 0) return
  if (bar.ticks === 0) bar.open = group.open
  if (!(bar.high >= group.high)) bar.high = group.high
  if (!(bar.low <= group.low)) bar.low = group.low
  bar.close = group.close
  bar.openInterest = group.openInterest
  bar.ticks += group.ticks
}

function rowOf(bar: Bar, volume: number, turnover: number): Cell[] {
  const { ts, tradingDay, open, high, low, close, openInterest, ticks } = bar
  return [ts, tradingDay, open, high, low, close, volume, turnover, openInterest, ticks]
}

/** One total of the day, and how much of it was added since it was taken last. */
class Totals {
  #tradingDay: number | undefined
  #total: number
  #added = 0

  constructor(tradingDay: number | undefined, total = NaN) {
    this.#tradingDay = tradingDay
    this.#total = total
  }

  add(tradingDay: number, first: number, final: number): void {
    const turned = this.#tradingDay !== undefined && this.#tradingDay !== tradingDay
    this.#tradingDay = tradingDay
    if (turned) this.#total = 0
    if (Number.isNaN(this.#total)) this.#total = first
    if (Number.isNaN(final)) return
    this.#added += final - this.#total
    this.#total = final
  }

  taken(): number {
    const added = this.#added
    this.#added = 0
    return added
  }
}
