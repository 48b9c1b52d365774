import type { ChartAxis } from '../../../../core/desk/chart-axis.ts'
import type { Steps } from '../../../../core/desk/chart-steps.ts'
import { signed } from '../../../format/index.ts'
import type { Translate } from '../../../words/index.ts'
import type { View } from '../view.ts'
import type { Ink } from './ink.ts'
import { horizontal, widthOf } from './ink.ts'

/** What the owners want together as a line, what is held as a surface. */
export function paintStrip(
  context: CanvasRenderingContext2D,
  view: View,
  ink: Ink,
  axis: ChartAxis,
  wanted: Steps,
  held: Steps,
  owners: readonly string[],
  t: Translate,
): void {
  const { palette } = ink
  const zero = view.y(0)
  horizontal(context, zero, view.width, palette.color('line-1'))
  context.fillStyle = palette.faint('mine', 0.22)
  stretches(view, axis, held, (from, to, value) => {
    const y = view.y(value)
    context.fillRect(from, Math.min(zero, y), to - from, Math.abs(y - zero))
  })
  context.strokeStyle = palette.color('model')
  context.lineWidth = 1.5
  context.beginPath()
  let before = Number.NaN
  stretches(view, axis, wanted, (from, to, value) => {
    const y = view.y(value)
    if (before === before) context.lineTo(from, y)
    else context.moveTo(from, y)
    context.lineTo(to, y)
    before = y
  })
  context.stroke()
  captions(context, ink, wanted, held, owners, t)
}

function captions(
  context: CanvasRenderingContext2D,
  ink: Ink,
  wanted: Steps,
  held: Steps,
  owners: readonly string[],
  t: Translate,
): void {
  const { palette } = ink
  const last = (steps: Steps): number => steps.valueAt(Infinity)
  const target = Number.isNaN(last(wanted)) ? t('chart.none') : signed(last(wanted))
  const actual = Number.isNaN(last(held)) ? '–' : signed(last(held))
  context.font = ink.small
  context.textBaseline = 'middle'
  context.textAlign = 'left'
  let x = 6
  const say = (text: string, color: string): void => {
    const width = widthOf(context, ink, text)
    context.fillStyle = palette.faint('bg-1', 0.8)
    context.fillRect(x - 3, 1, width + 6, 14)
    context.fillStyle = color
    context.fillText(text, x, 8)
    x += width + 12
  }
  say(`${t('chart.target')} ${target}`, palette.color('model'))
  say(`${t('chart.actual')} ${actual}`, palette.color('mine'))
  for (const owner of owners) say(owner, palette.color('fg-3'))
}

/** Each value from its beginning to the next, as far as it is seen; unknown values are left out. */
function stretches(
  view: View,
  axis: ChartAxis,
  { at, value, count, before }: Steps,
  draw: (from: number, to: number, value: number) => void,
): void {
  const end = view.x(axis.count - 1) + view.spacing
  for (let index = -1; index < count; index++) {
    const here = index < 0 ? before : value[index]!
    if (here !== here) continue
    const place = index < 0 ? -Infinity : axis.placeOf(at[index]!)
    const next = index + 1 < count ? axis.placeOf(at[index + 1]!) : Infinity
    if (next < view.first || place > view.last) continue
    const from = Math.max(0, view.x(Math.max(place, 0)))
    const to = Math.min(end, next === Infinity ? end : view.x(next))
    if (to > from) draw(from, to, here)
  }
}

/** Half of what the strip spans: the most that is wanted or held where it is seen. */
export function stripReach(axis: ChartAxis, wanted: Steps, held: Steps): number {
  let most = 1
  const from = axis.timeAt(0)
  for (const { at, value, count, before } of [wanted, held]) {
    if (Number.isFinite(before)) most = Math.max(most, Math.abs(before))
    for (let index = 0; index < count; index++) {
      if (at[index]! >= from && Number.isFinite(value[index])) {
        most = Math.max(most, Math.abs(value[index]!))
      }
    }
  }
  return most * 1.5
}
