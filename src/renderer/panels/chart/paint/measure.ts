import { measured } from '../../../../core/desk/chart-measure.ts'
import type { Instrument, Ticks } from '../../../../core/domain/index.ts'
import { priceOf } from '../../../../core/domain/index.ts'
import { signed, signedPercent } from '../../../format/index.ts'
import type { Translate } from '../../../words/index.ts'
import type { Measure } from '../measure.ts'
import type { View } from '../view.ts'
import type { Ink } from './ink.ts'
import { plate } from './ink.ts'

/** What a person measures: its first corner, or the box between two with what lies between. */
export function paintMeasure(
  context: CanvasRenderingContext2D,
  view: View,
  ink: Ink,
  axis: { readonly placeOf: (at: number) => number },
  { from, to }: Pick<Measure, 'from' | 'to'>,
  instrument: Instrument,
  t: Translate,
): void {
  if (from === undefined) return
  const { palette } = ink
  const at = ({ at, ticks }: typeof from): readonly [number, number] => [
    view.x(axis.placeOf(at)),
    view.y(priceOf(instrument, ticks as Ticks)),
  ]
  const [x, y] = at(from)
  context.strokeStyle = context.fillStyle = palette.color('accent')
  context.fillRect(x - 2, y - 2, 5, 5)
  if (to === undefined) return
  const [x2, y2] = at(to)
  const box = [Math.min(x, x2), Math.min(y, y2), Math.abs(x2 - x), Math.abs(y2 - y)] as const
  context.fillStyle = palette.faint('accent', 0.12)
  context.fillRect(...box)
  context.strokeStyle = palette.color('fg-1')
  context.lineWidth = 1
  context.setLineDash([4, 3])
  context.strokeRect(...box)
  context.setLineDash([])
  const { ticks, time, share } = measured(from, to)
  const seconds = `${signed(time / 1_000_000, 3)} s`
  const values = { ticks: signed(ticks), time: seconds, share: signedPercent(share) }
  const look = { background: palette.color('bg-3'), color: palette.color('fg-1') }
  // Above the line of the pointer, which would strike it through.
  const place = Math.min(Math.max(0, x2 + 8), view.width - 190)
  const height = Math.max(10, Math.min(view.height - 10, y2 - 14))
  plate(context, ink, place, height, t('chart.measured', values), look)
}
