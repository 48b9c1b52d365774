import { LEVELS } from '../../../../core/desk/chart-columns.ts'
import type { TickSeries } from '../../../../core/desk/chart-ticks.ts'
import { DEPTH } from '../../../../core/domain/index.ts'
import type { Placed } from '../points.ts'
import type { View } from '../view.ts'
import type { Ink } from './ink.ts'
import { steps } from './steps.ts'

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
    return view.y((columns.bookTicks[place]! * instrument.tickUnits) / instrument.tickScale)
  }
  const line = (yOf: (index: number) => number, color: string, width: number): void =>
    steps(context, view, { yOf, color, width, opens })
  if (view.spacing >= 0.25) {
    line(side(0), palette.faint('up', 0.5), 1)
    line(side(DEPTH), palette.faint('down', 0.5), 1)
  }
  const middle = (index: number): number => view.y(points[index]?.value ?? Number.NaN)
  line(middle, palette.faint('bg-1', 0.55), 4)
  line(middle, palette.color('fg-1'), 1.4)
}
