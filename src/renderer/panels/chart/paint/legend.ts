import type { Translate } from '../../../words/index.ts'
import type { View } from '../view.ts'
import type { Ink } from './ink.ts'
import { widthOf } from './ink.ts'

const WIDTH = 60
const HEIGHT = 7

/** What the colours of the depth mean. @param most lots of the deepest colour. */
export function paintLegend(
  context: CanvasRenderingContext2D,
  view: View,
  ink: Ink,
  most: number,
  t: Translate,
): void {
  const { palette } = ink
  const text = t('chart.legend', { most })
  const wide = WIDTH + 12 + widthOf(context, ink, text)
  const x = view.width - wide - 6
  const y = view.height - 16
  context.fillStyle = palette.faint('bg-1', 0.85)
  context.fillRect(x - 6, y - 5, wide + 10, 18)
  for (let part = 0; part < WIDTH; part++) {
    context.fillStyle = palette.color(`heat-${Math.min(5, Math.round((part / (WIDTH - 1)) * 5))}`)
    context.fillRect(x + part, y, 1, HEIGHT)
  }
  context.strokeStyle = palette.color('line-2')
  context.lineWidth = 1
  context.strokeRect(x - 0.5, y - 0.5, WIDTH + 1, HEIGHT + 1)
  context.fillStyle = palette.color('fg-2')
  context.font = ink.small
  context.textBaseline = 'middle'
  context.textAlign = 'left'
  context.fillText(text, x + WIDTH + 6, y + 4)
}
