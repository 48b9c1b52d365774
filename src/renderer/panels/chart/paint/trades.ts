import type { TickColumns } from '../../../../core/desk/chart-columns.ts'
import type { ChartAxis } from '../../../../core/desk/chart-axis.ts'
import type { FillFact } from '../../../../core/contracts/index.ts'
import type { Instrument } from '../../../../core/domain/index.ts'
import { priceOf } from '../../../../core/domain/index.ts'
import type { Placed } from '../points.ts'
import type { View } from '../view.ts'
import type { Ink } from './ink.ts'

const TURN = 2 * Math.PI

/** Trades of so many lots as circles, coloured by who is taken to have crossed the spread. */
export function paintBubbles(
  context: CanvasRenderingContext2D,
  view: View,
  { palette }: Ink,
  { ticks }: Placed,
  { lots, price, sign }: TickColumns,
  from: number,
): void {
  context.lineWidth = 1
  for (let index = view.first; index <= view.last; index++) {
    const tick = ticks[index]!
    if (tick < 0 || lots[tick]! < from || price[tick] !== price[tick]) continue
    const token = sign[tick]! > 0 ? 'up' : sign[tick]! < 0 ? 'down' : 'fg-3'
    const radius = Math.min(11, 2.5 + 3 * Math.sqrt(lots[tick]! / from - 0.9))
    context.beginPath()
    context.arc(view.x(index), view.y(price[tick]!), radius, 0, TURN)
    context.fillStyle = palette.faint(token, 0.3)
    context.strokeStyle = palette.color(token)
    context.fill()
    context.stroke()
  }
}

/**
 * Own fills: a triangle that points with the trade; filled where it opened, hollow where it closed.
 */
export function paintFills(
  context: CanvasRenderingContext2D,
  view: View,
  { palette }: Ink,
  axis: ChartAxis,
  fills: readonly FillFact[],
  instrument: Instrument,
): void {
  for (const { fill } of fills) {
    const place = axis.placeOf(fill.at)
    if (place < view.first || place > view.last) continue
    const x = view.x(place)
    const y = view.y(priceOf(instrument, fill.price))
    const way = fill.side === 'buy' ? 1 : -1
    const color = palette.color(way === 1 ? 'up' : 'down')
    context.beginPath()
    context.moveTo(x, y + way * 3)
    context.lineTo(x - 5, y + way * 12)
    context.lineTo(x + 5, y + way * 12)
    context.closePath()
    context.lineWidth = 3
    context.strokeStyle = palette.color('bg-0')
    context.stroke()
    context.fillStyle = fill.offset === 'open' ? color : palette.color('bg-1')
    context.fill()
    context.lineWidth = 1
    context.strokeStyle = fill.offset === 'open' ? palette.color('fg-1') : color
    context.stroke()
  }
}

/** Lots from which on a trade is large: few of the newest ones are larger. */
export function largeLots({ lots }: TickColumns, count: number): number {
  const traded = [...lots.subarray(Math.max(0, count - 3_000), count)].filter((each) => each > 0)
  if (traded.length < 20) return 10
  traded.sort((one, other) => one - other)
  const large = traded[Math.floor(0.96 * (traded.length - 1))]!
  const unit = 10 ** Math.floor(Math.log10(large))
  return Math.max(2, Math.ceil((2 * large) / unit) * (unit / 2))
}
