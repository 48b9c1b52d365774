import { LEVELS } from '../../../../core/desk/chart-columns.ts'
import type { TickSeries } from '../../../../core/desk/chart-ticks.ts'
import { DEPTH } from '../../../../core/domain/index.ts'
import type { Placed } from '../points.ts'
import type { View } from '../view.ts'
import type { Ink } from './ink.ts'

/** Bid, ask and the middle as steps, the middle with an edge that keeps it apart from the heat. */
export function paintPrices(
  context: CanvasRenderingContext2D,
  view: View,
  ink: Ink,
  placed: Placed,
  { columns, instrument }: TickSeries,
): void {
  const { palette } = ink
  const { points, ticks } = placed
  const opens = (index: number): boolean =>
    placed.opens[index] === true || placed.missing[index] === true
  const side = (from: number) => (index: number) => {
    const place = (ticks[index] ?? -1) * LEVELS + from
    if (place < 0 || !(columns.bookLots[place]! > 0)) return Number.NaN
    return (columns.bookTicks[place]! * instrument.tickUnits) / instrument.tickScale
  }
  if (view.spacing >= 0.25) {
    steps(context, view, side(0), palette.faint('up', 0.5), 1, opens)
    steps(context, view, side(DEPTH), palette.faint('down', 0.5), 1, opens)
  }
  const middle = (index: number): number => points[index]?.value ?? Number.NaN
  steps(context, view, middle, palette.faint('bg-1', 0.55), 4, opens)
  steps(context, view, middle, palette.color('fg-1'), 1.4, opens)
}

/**
 * Each value holds until the next point.
 *
 * @param opens whether the session stood before a point, or ticks are missing: the line ends half
 *   way to it, and begins anew.
 */
export function steps(
  context: CanvasRenderingContext2D,
  view: View,
  valueOf: (index: number) => number,
  color: string,
  width: number,
  opens: (index: number) => boolean = () => false,
): void {
  context.strokeStyle = color
  context.lineWidth = width
  context.lineJoin = 'round'
  context.beginPath()
  let before = Number.NaN
  for (let index = view.first; index <= view.last; index++) {
    const value = valueOf(index)
    const x = view.x(index)
    if (before === before && opens(index)) {
      context.lineTo(x - view.spacing / 2, before)
      before = Number.NaN
    }
    if (value === value) {
      const y = view.y(value)
      if (before === before) context.lineTo(x, before)
      if (before === before) context.lineTo(x, y)
      else context.moveTo(x, y)
      before = y
    } else {
      if (before === before) context.lineTo(x, before)
      before = Number.NaN
    }
  }
  if (before === before) context.lineTo(view.x(view.last) + view.spacing, before)
  context.stroke()
}
