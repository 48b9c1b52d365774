import { pauseBetween } from '../../../../core/desk/chart-silence.ts'
import type { ChartAxis } from '../../../../core/desk/chart-axis.ts'
import type { TickColumns } from '../../../../core/desk/chart-columns.ts'
import type { TradingDay } from '../../../../core/domain/index.ts'
import type { Palette } from '../../../desk/index.ts'
import { tilePattern } from '../../../desk/index.ts'
import { age, clockTime, dayText } from '../../../format/index.ts'
import type { Translate } from '../../../words/index.ts'
import type { Wanted } from '../past-targets.ts'
import type { Placed } from '../points.ts'
import type { View } from '../view.ts'
import type { Ink } from './ink.ts'
import { hatch, plate, vertical } from './ink.ts'

/** Where the feed was silent, where the session stood, where a trading day began. */
export function paintPauses(
  context: CanvasRenderingContext2D,
  view: View,
  ink: Ink,
  { ticks, opens, missing }: Placed,
  { at, day }: TickColumns,
  limit: number,
  t: Translate,
): void {
  const { palette } = ink
  const plain = { background: palette.faint('bg-1', 0.85), color: palette.color('fg-2') }
  for (let index = view.first; index < view.last; index++) {
    const tick = ticks[index]!
    const next = ticks[index + 1]!
    const x = view.x(index)
    // A gap has a band of its own.
    const isNext = tick >= 0 && next === tick + 1 && missing[index + 1] !== true
    if (isNext && pauseBetween(at[tick]!, at[next]!, limit) === 'silence') {
      const width = Math.max(6, view.spacing)
      hatch(context, x + view.spacing / 2 - width / 2, width, view.height, palette.color('fg-4'))
    }
    if (tick >= 0 && day[tick] !== day[next] && day[tick]! > 0 && day[next]! > 0) {
      vertical(context, x + view.spacing / 2, view.height, palette.color('line-3'))
      const text = t('chart.trading-day', { day: dayText(day[next] as TradingDay) })
      plate(context, ink, x + view.spacing / 2 + 3, 10, text, plain)
    } else if (opens[index + 1] === true) {
      vertical(context, x + view.spacing / 2, view.height, palette.color('line-3'))
    }
  }
}

/** Behind the newest tick, while the next one is awaited for longer than usual. */
export function paintSilence(
  context: CanvasRenderingContext2D,
  view: View,
  ink: Ink,
  place: number,
  silence: number,
  t: Translate,
): void {
  const { palette } = ink
  const x = view.x(place) + view.spacing
  if (x > view.width) return
  hatch(context, x, view.width - x, view.height, palette.color('fg-4'))
  const text = `◷ ${t('chart.silence', { time: age(silence) })}`
  const look = { background: palette.color('warn-bg'), color: palette.color('warn') }
  plate(context, ink, Math.min(x, view.width - 110), view.height / 2, text, look)
}

/** Words of owners: a dotted line each, and a dot below. */
export function paintTargets(
  context: CanvasRenderingContext2D,
  view: View,
  { palette }: Ink,
  axis: ChartAxis,
  targets: readonly Wanted[],
): void {
  let before = -Infinity
  for (const { at } of targets) {
    const place = axis.placeOf(at)
    if (place < view.first || place > view.last) continue
    const x = Math.round(view.x(place))
    if (x - before < 3) continue
    before = x
    context.fillStyle = dotsOf(context, palette)
    context.fillRect(x, 0, 1, view.height)
    context.fillStyle = palette.color('model')
    context.fillRect(x - 2, view.height - 5, 4, 4)
  }
}

const dotColor = (palette: Palette): string => palette.faint('model', 0.45)

/** One each four pixels. */
const dotsOf = tilePattern([1, 4], dotColor, (tile, palette) => {
  tile.fillStyle = dotColor(palette)
  tile.fillRect(0, 0, 1, 1)
})

export function paintHalts(
  context: CanvasRenderingContext2D,
  view: View,
  ink: Ink,
  axis: ChartAxis,
  halts: readonly number[],
): void {
  const { palette } = ink
  for (const at of halts) {
    const place = axis.placeOf(at)
    if (place < view.first || place > view.last) continue
    const x = view.x(place)
    vertical(context, x, view.height, palette.color('crit-fill'), [], 2)
    const look = { background: palette.color('crit-fill'), color: palette.color('on-crit') }
    plate(context, ink, Math.max(0, x - 84), view.height - 34, `■ ${clockTime(at, 3)}`, look)
  }
}
