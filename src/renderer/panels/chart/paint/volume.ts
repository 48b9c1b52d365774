import type { AggressorBuckets } from '../../../../core/desk/aggressor-buckets.ts'
import type { ChartAxis } from '../../../../core/desk/chart-axis.ts'
import type { ChartBar } from '../../../../core/desk/chart-bars.ts'
import { firstAbove } from '../../../../core/desk/chart-key.ts'
import { decimal, signed } from '../../../format/index.ts'
import type { Translate } from '../../../words/index.ts'
import type { View } from '../view.ts'
import type { Ink } from './ink.ts'
import { widthOf } from './ink.ts'
import { steps } from './steps.ts'

/** One column of volume from a place up to another. */
export interface VolumeColumn {
  readonly from: number
  readonly to: number
  readonly bought: number
  readonly sold: number
  /** Of which nobody knows who crossed the spread. */
  readonly unsplit: number
}

/** Columns of the stretches that are seen. */
export function columnsOf(view: View, axis: ChartAxis, buckets: AggressorBuckets): VolumeColumn[] {
  const { at, bought, sold, count, length } = buckets
  const columns: VolumeColumn[] = []
  const begin = axis.timeAt(view.first)
  for (let index = Math.max(0, firstAbove(at, count, begin - length)); index < count; index++) {
    const from = Math.max(0, axis.placeOf(at[index]!))
    if (from > view.last) break
    const to = Math.max(from + 1, axis.placeOf(at[index]! + length))
    columns.push({ from, to, bought: bought[index]!, sold: sold[index]!, unsplit: 0 })
  }
  return columns
}

/** The same of bars: of those that history tells of nobody knows how they are split. */
export function columnsOfBars(
  view: Pick<View, 'first' | 'last'>,
  bars: readonly ChartBar[],
): VolumeColumn[] {
  return bars.slice(view.first, view.last + 1).map((bar, index) => {
    const from = view.first + index - 0.5
    const place = { from, to: from + 1 }
    if (Number.isNaN(bar.bought)) return { ...place, bought: 0, sold: 0, unsplit: bar.volume || 0 }
    return { ...place, bought: bar.bought, sold: bar.sold, unsplit: 0 }
  })
}

export function paintVolume(
  context: CanvasRenderingContext2D,
  view: View,
  { palette }: Ink,
  columns: readonly VolumeColumn[],
): void {
  const bottom = view.y(0)
  for (const { from, to, bought, sold, unsplit } of columns) {
    const x = view.x(from)
    const width = Math.max(1.5, (to - from) * view.spacing - 1.5)
    const middle = view.y(bought)
    context.fillStyle = palette.faint('up', 0.85)
    context.fillRect(x, middle, width, bottom - middle)
    const top = view.y(bought + sold)
    context.fillStyle = palette.faint('down', 0.85)
    context.fillRect(x, top, width, middle - top)
    if (unsplit === 0) continue
    const all = view.y(unsplit)
    context.fillStyle = palette.color('fg-4')
    context.fillRect(x, all, width, bottom - all)
  }
}

/** Open interest on a scale of its own, lowest to highest of what is seen. */
export function paintOpenInterest(
  context: CanvasRenderingContext2D,
  view: View,
  { palette }: Ink,
  valueOf: (index: number) => number,
): readonly [first: number, last: number] {
  let low = Infinity
  let high = -Infinity
  let first = Number.NaN
  let last = Number.NaN
  for (let index = view.first; index <= view.last; index++) {
    const value = valueOf(index)
    if (value !== value) continue
    if (first !== first) first = value
    last = value
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  const span = high - low
  const tall = view.height - 24
  const yOf = (index: number): number => {
    const above = valueOf(index) - low
    return 18 + tall * (1 - (span > 0 ? above / span : 0.5 + above))
  }
  steps(context, view, { yOf, color: palette.color('vwap'), width: 1.25 })
  return [first, last]
}

export function volumeCaptions(
  context: CanvasRenderingContext2D,
  ink: Ink,
  length: string,
  hasUnsplit: boolean,
  [first, last]: readonly [number, number],
  t: Translate,
): void {
  const { palette } = ink
  let x = 6
  context.font = ink.small
  context.textBaseline = 'middle'
  context.textAlign = 'left'
  const say = (text: string, token: string): void => {
    context.fillStyle = palette.color(token)
    context.fillText(text, x, 9)
    x += widthOf(context, ink, text) + 10
  }
  say(t('chart.volume', { length }), 'fg-3')
  say(`■ ${t('chart.lifted')}`, 'up')
  say(`■ ${t('chart.hit')}`, 'down')
  if (hasUnsplit) say(`■ ${t('chart.unsplit')}`, 'fg-3')
  if (last === last)
    say(`${t('chart.open-interest')} ${decimal(last)} (${signed(last - first)})`, 'vwap')
}
