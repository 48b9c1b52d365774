import type { AggressorBuckets } from '../../../../core/desk/aggressor-buckets.ts'
import type { ChartAxis } from '../../../../core/desk/chart-axis.ts'
import type { ChartBar } from '../../../../core/desk/chart-bars.ts'
import { firstAbove } from '../../../../core/desk/chart-key.ts'
import { decimal, signed } from '../../../format/index.ts'
import type { Translate } from '../../../words/index.ts'
import type { View } from '../view.ts'
import type { Ink } from './ink.ts'
import { widthOf } from './ink.ts'

/** One column of volume from a place up to another. */
interface Column {
  readonly from: number
  readonly to: number
  readonly bought: number
  readonly sold: number
}

/** Columns of the stretches that are seen. */
export function columnsOf(view: View, axis: ChartAxis, buckets: AggressorBuckets): Column[] {
  const { at, bought, sold, count, length } = buckets
  const columns: Column[] = []
  const begin = axis.timeAt(view.first)
  for (let index = Math.max(0, firstAbove(at, count, begin - length)); index < count; index++) {
    const from = Math.max(0, axis.placeOf(at[index]!))
    if (from > view.last) break
    const to = Math.max(from + 1, axis.placeOf(at[index]! + length))
    columns.push({ from, to, bought: bought[index]!, sold: sold[index]! })
  }
  return columns
}

/** The same of bars: those that history tells of are split by their own way. */
export function columnsOfBars(view: View, bars: readonly ChartBar[]): Column[] {
  return bars.slice(view.first, view.last + 1).map((bar, index) => {
    const from = view.first + index - 0.5
    const rose = bar.close >= bar.open
    const unsplit = rose ? [bar.volume || 0, 0] : [0, bar.volume || 0]
    const [bought, sold] = Number.isNaN(bar.bought) ? unsplit : [bar.bought, bar.sold]
    return { from, to: from + 1, bought: bought ?? 0, sold: sold ?? 0 }
  })
}

export function paintVolume(
  context: CanvasRenderingContext2D,
  view: View,
  { palette }: Ink,
  columns: readonly Column[],
): void {
  const bottom = view.y(0)
  for (const { from, to, bought, sold } of columns) {
    const x = view.x(from)
    const width = Math.max(1.5, (to - from) * view.spacing - 1.5)
    const middle = view.y(bought)
    context.fillStyle = palette.faint('up', 0.85)
    context.fillRect(x, middle, width, bottom - middle)
    const top = view.y(bought + sold)
    context.fillStyle = palette.faint('down', 0.85)
    context.fillRect(x, top, width, middle - top)
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
  context.strokeStyle = palette.color('vwap')
  context.lineWidth = 1.25
  context.beginPath()
  let drawn = false
  for (let index = view.first; index <= view.last; index++) {
    const value = valueOf(index)
    if (value !== value) continue
    const y = 18 + tall * (span > 0 ? 1 - (value - low) / span : 0.5)
    if (drawn) context.lineTo(view.x(index), y)
    else context.moveTo(view.x(index), y)
    drawn = true
  }
  context.stroke()
  return [first, last]
}

export function volumeCaptions(
  context: CanvasRenderingContext2D,
  ink: Ink,
  length: string,
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
  if (last === last)
    say(`${t('chart.open-interest')} ${decimal(last)} (${signed(last - first)})`, 'vwap')
}
