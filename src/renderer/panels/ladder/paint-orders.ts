import type { LadderOrders } from '../../../core/desk/ladder-rows.ts'
import type { Side } from '../../../core/domain/index.ts'
import type { Palette } from '../../desk/index.ts'
import { PAD, fontOf, write } from './cell-text.ts'
import type { LadderLayout } from './ladder-layout.ts'

/** Between two figures of one cell: closer, they would read as one. */
const BETWEEN = 5

/** Own orders of one side at one price: their lots, and the queue before the first of them. */
export function paintOrders(
  context: CanvasRenderingContext2D,
  palette: Palette,
  layout: LadderLayout,
  orders: LadderOrders | undefined,
  side: Side,
  top: number,
): void {
  if (orders === undefined) return
  const span = side === 'buy' ? layout.bidOrders : layout.askOrders
  const token = orders.ids.length > 0 ? 'mine' : 'model'
  const y = top + layout.row / 2
  context.fillStyle = orders.ids.length > 0 ? palette.color('mine-bg') : palette.faint('model', 0.2)
  context.fillRect(span.x, top, span.width, layout.row - 1)
  context.fillStyle = palette.color(token)
  context.fillRect(side === 'buy' ? span.x : span.x + span.width - 2, top, 2, layout.row - 1)
  context.font = fontOf(palette, 11, 500, orders.pending)
  const lots = `${orders.lots}${orders.pending ? '…' : ''}`
  write(context, lots, span, y, 'left')
  const lotsWidth = context.measureText(lots).width
  context.font = fontOf(palette, 10, 500)
  const room = span.width - 2 * PAD - lotsWidth - BETWEEN
  const fits = (text: string): boolean => context.measureText(text).width <= room
  write(context, aheadText(orders, fits), span, y, 'right')
}

/** The queue ahead with its band; where there is no room for it, only that it is about so much. */
function aheadText({ ahead, band }: LadderOrders, fits: (text: string) => boolean): string {
  if (Number.isNaN(ahead)) return '–'
  const texts = [`${ahead}±${band}`, `≈${ahead}`]
  return texts.find(fits) ?? ''
}
