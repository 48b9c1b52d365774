import type { Instrument, TradingDay } from '../../../core/domain/index.ts'
import type { Gap } from '../../../core/desk/chart-gaps.ts'
import { netOf } from '../../../core/desk/chart-holdings.ts'
import {
  clockTime,
  date,
  dayText,
  decimal,
  percent,
  priceFormat,
  signed,
} from '../../format/index.ts'
import type { Translate, Word } from '../../words/index.ts'
import type { ChartControl } from './control.ts'
import type { Range } from './edge.ts'
import { PERIOD_WORDS } from './settings.ts'

/** Columns of the data table and of the readout, for ticks and for bars. */
export const TICK_HEADS = [
  'time',
  'chart.last',
  'chart.bid',
  'chart.ask',
  'chart.traded',
  'chart.buy-share',
  'chart.open-interest',
] as const satisfies readonly Word[]
export const BAR_HEADS = [
  'time',
  'chart.opened',
  'chart.high',
  'chart.low',
  'chart.closed',
  'chart.traded',
  'chart.open-interest',
] as const satisfies readonly Word[]

/** A point of the chart as texts, under their heads; undefined where there is none. */
export function pointTexts(control: ChartControl, index: number): readonly string[] | undefined {
  const { shown, data, parts } = control
  const { price } = priceFormat(parts.instrument)
  const bar = shown.bars[index]
  if (data.bars !== undefined) {
    if (bar === undefined) return undefined
    const { at, open, high, low, close, volume, openInterest } = bar
    const prices = [open, high, low, close].map((each) => price(each))
    return [clockTime(at), ...prices, decimal(volume), decimal(openInterest)]
  }
  const { columns } = data.feed.series
  const tick = shown.now.ticks[index]
  const point = shown.now.points[index]
  if (tick === undefined || point === undefined) return undefined
  if (tick < 0) return [clockTime(point.time), price(point.value ?? NaN), '', '', '', '', '']
  const lots = columns.lots[tick]!
  return [
    clockTime(columns.at[tick]!, 6),
    price(columns.last[tick]!),
    price(bestOf(control, tick, 0)),
    price(bestOf(control, tick, 5)),
    decimal(lots),
    lots > 0 ? percent((1 + columns.sign[tick]!) / 2, 0) : '',
    decimal(columns.openInterest[tick]!),
  ]
}

/** What the pointer is at, in one line. */
export function readoutText(control: ChartControl, place: number): string {
  const texts = pointTexts(control, Math.round(place))
  if (texts === undefined) return ''
  const t = control.parts.translate()
  const heads = control.data.bars === undefined ? TICK_HEADS : BAR_HEADS
  const day = nightDay(control, Math.round(place))
  return [...texts, ...(day === undefined ? [] : [t('chart.trading-day', { day })])]
    .flatMap((text, index) =>
      text === ''
        ? []
        : index === 0 || index === heads.length
          ? text
          : `${t(heads[index]!)} ${text}`,
    )
    .join(' · ')
}

/** The trading day of a point where it is another than the calendar's: of a night. */
function nightDay({ shown, data }: ChartControl, index: number): string | undefined {
  const at = shown.axis.keys[index]
  const tick = shown.now.ticks[index] ?? -1
  const day = data.bars === undefined ? data.feed.series.columns.day[tick] : shown.bars[index]?.day
  if (at === undefined || day === undefined || !(day > 0)) return undefined
  const text = dayText(day as TradingDay)
  return text === date(at) ? undefined : text
}

/** The whole picture in a sentence or two. */
export function summaryText(control: ChartControl): string {
  const { shown, data, parts, settings, range } = control
  const { desk, instrument } = parts
  const t = parts.translate()
  const { symbol } = instrument
  if (range === undefined || shown.axis.count === 0) return t('chart.summary-empty', { symbol })
  const { price } = priceFormat(instrument)
  const { low, high } = extremes(control, range.from, range.to)
  const gaps = gapsSeen(control, range, t)
  const summary = t('chart.summary', {
    symbol,
    period: t(PERIOD_WORDS[settings.period]),
    from: clockTime(shown.axis.timeAt(range.from)),
    to: clockTime(shown.axis.timeAt(range.to)),
    last: price(desk.quoteOf(instrument.id)?.last ?? NaN),
    low: price(low),
    high: price(high),
    net: signed(netOf(desk.replica?.state.positions ?? [], instrument.id)),
    orders: data.orders.length,
    fills: data.fills.length,
  })
  return gaps === '' ? summary : `${summary} ${gaps}`
}

/** When ticks are missing, and how many of all contracts are, where that was counted. */
export function gapText({ from, to, missed }: Gap, t: Translate): string {
  const times = { from: clockTime(from, 3), to: clockTime(to, 3) }
  if (Number.isNaN(missed)) return t('chart.gap', times)
  return t('chart.gap-missed', { ...times, count: decimal(missed) })
}

/** The gap before a point, where there is one. */
export function gapBefore({ shown, data }: ChartControl, index: number): Gap | undefined {
  if (shown.now.missing[index] !== true) return undefined
  const at = shown.axis.keys[index]!
  return data.gaps.findLast(({ from }) => from < at)
}

/** Of gaps that are seen; empty where there is none. */
function gapsSeen({ shown, data }: ChartControl, range: Range, t: Translate): string {
  if (data.bars !== undefined) return ''
  const [from, to] = [shown.axis.timeAt(range.from), shown.axis.timeAt(range.to)]
  const seen = data.gaps.filter((gap) => gap.from < to && gap.to > from)
  const newest = seen.at(-1)
  if (newest === undefined) return ''
  const gaps = seen.length === 1 ? t('chart.one-gap') : t('chart.gaps', { count: seen.length })
  return t('chart.summary-gaps', { gaps, newest: gapText(newest, t) })
}

function extremes({ shown, data }: ChartControl, from: number, to: number) {
  let low = Infinity
  let high = -Infinity
  const last = Math.min(shown.axis.count - 1, Math.floor(to))
  for (let index = Math.max(0, Math.ceil(from)); index <= last; index++) {
    const bar = data.bars === undefined ? undefined : shown.bars[index]
    const value = shown.now.points[index]?.value ?? NaN
    low = Math.min(low, bar?.low ?? (value === value ? value : low))
    high = Math.max(high, bar?.high ?? (value === value ? value : high))
  }
  return { low: Number.isFinite(low) ? low : NaN, high: Number.isFinite(high) ? high : NaN }
}

function bestOf({ data, parts }: ChartControl, tick: number, from: number): number {
  const { bookTicks, bookLots } = data.feed.series.columns
  const { tickUnits, tickScale }: Instrument = parts.instrument
  const place = tick * 10 + from
  return bookLots[place]! > 0 ? (bookTicks[place]! * tickUnits) / tickScale : NaN
}
