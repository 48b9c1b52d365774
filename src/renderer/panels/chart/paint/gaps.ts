import type { ChartAxis } from '../../../../core/desk/chart-axis.ts'
import type { Gap } from '../../../../core/desk/chart-gaps.ts'
import { decimal } from '../../../format/index.ts'
import type { View } from '../view.ts'
import type { Ink } from './ink.ts'
import { hatch, plate, vertical, widthOf } from './ink.ts'

/** Ticks stand side by side however much time passed: a band is to be seen all the same. */
const LEAST_WIDTH = 9
/** From the foot to the middle of the tag: the legend of the depth stands below it. */
const TAG_ABOVE = 34

/** Where ticks are missing: a band from the last one before to the first one after. */
export function paintGaps(
  context: CanvasRenderingContext2D,
  view: View,
  ink: Ink,
  axis: ChartAxis,
  gaps: readonly Gap[],
): void {
  let tagged = -Infinity
  for (const { from, to, missed } of gaps) {
    const [first, last] = [axis.placeOf(from), axis.placeOf(to)]
    if (!(last >= view.first)) continue
    if (first > view.last) break
    const [left, right] = [view.x(first), view.x(last)]
    const width = Math.max(LEAST_WIDTH, right - left)
    const x = Math.max(-1, (left + right - width) / 2)
    const end = Math.min(view.width + 1, (left + right + width) / 2)
    if (end <= x) continue
    band(context, view, ink, x, end)
    if (x > tagged) tagged = tag(context, view, ink, (x + end) / 2, missed)
  }
}

/** The same behind the newest tick, while it is not known what comes after it. */
export function paintOpenGap(
  context: CanvasRenderingContext2D,
  view: View,
  ink: Ink,
  place: number,
): void {
  const x = Math.max(-1, view.x(place))
  if (x > view.width) return
  band(context, view, ink, x, view.width + 1)
  tag(context, view, ink, x + 14, NaN)
}

function band(
  context: CanvasRenderingContext2D,
  view: View,
  { palette }: Ink,
  from: number,
  to: number,
): void {
  // Of one's own: the hatch of a silence has no ground and no sides.
  context.fillStyle = palette.faint('fg-3', 0.14)
  context.fillRect(from, 0, to - from, view.height)
  hatch(context, from, to - from, view.height, palette.color('fg-3'))
  for (const side of [from, to]) vertical(context, side, view.height, palette.color('fg-3'))
}

/** @returns where it ends. */
function tag(
  context: CanvasRenderingContext2D,
  view: View,
  ink: Ink,
  middle: number,
  missed: number,
): number {
  const { palette } = ink
  const text = Number.isNaN(missed) ? '⟂' : `⟂ ${decimal(missed)}`
  const width = widthOf(context, ink, text) + 8
  const x = Math.max(0, Math.min(view.width - width, middle - width / 2))
  const look = {
    background: palette.color('bg-3'),
    color: palette.color('fg-1'),
    border: palette.color('fg-3'),
  }
  return plate(context, ink, x, view.height - TAG_ABOVE, text, look)
}
