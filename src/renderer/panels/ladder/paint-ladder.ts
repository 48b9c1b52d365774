import type { LadderDepth, LadderRow } from '../../../core/desk/ladder-rows.ts'
import type { Side } from '../../../core/domain/index.ts'
import type { Size } from '../../components/index.ts'
import type { Palette } from '../../desk/index.ts'
import { tilePattern } from '../../desk/index.ts'
import type { PriceFormat } from '../../format/index.ts'
import { age } from '../../format/index.ts'
import type { LadderLayout, Span } from './ladder-layout.ts'
import type { LadderModel } from './ladder-model.ts'
import { paintOrders } from './paint-orders.ts'
import { fontOf, write } from './cell-text.ts'

export interface LadderPainting {
  readonly rows: readonly LadderRow[]
  readonly layout: LadderLayout
  readonly format: PriceFormat
  readonly marks: Pick<LadderModel, 'hover' | 'hoverSide' | 'cursor' | 'drag' | 'armed'>
  /** The quote is old: no direction, dim and italic. */
  readonly old: boolean
  readonly titles: Readonly<Record<'mine' | 'bid' | 'price' | 'ask' | 'volume', string>>
  /** The most lots at one price: of a live level, and traded. */
  readonly mostLots: number
  readonly mostTraded: number
}

/** Paints the whole ladder; plain `fillText` was the fastest that was measured. */
export function paintLadder(
  context: CanvasRenderingContext2D,
  { width, height }: Size,
  palette: Palette,
  painting: LadderPainting,
): void {
  const { layout, rows } = painting
  context.fillStyle = palette.color('bg-1')
  context.fillRect(0, 0, width, height)
  context.textBaseline = 'middle'
  paintHead(context, palette, painting)
  context.fillStyle = palette.color('bg-2')
  context.fillRect(layout.price.x, layout.head, layout.price.width, rows.length * layout.row)
  for (const [index, row] of rows.entries()) paintRow(context, palette, painting, row, index)
  context.fillStyle = palette.color('line-1')
  for (let index = 1; index <= rows.length; index++) {
    context.fillRect(0, layout.head + index * layout.row - 1, width, 1)
  }
  paintMarks(context, width, palette, painting)
}

function paintHead(
  context: CanvasRenderingContext2D,
  palette: Palette,
  { layout, titles }: LadderPainting,
): void {
  const { mine, bid, price, ask, volume } = titles
  const y = layout.head / 2
  context.font = fontOf(palette, 10)
  context.fillStyle = palette.color('fg-3')
  write(context, mine, layout.bidOrders, y, 'left')
  write(context, bid, layout.bid, y, 'right')
  write(context, price, layout.price, y, 'center')
  write(context, ask, layout.ask, y, 'right')
  write(context, mine, layout.askOrders, y, 'right')
  if (layout.volume !== undefined) write(context, volume, layout.volume, y, 'right')
  context.fillStyle = palette.color('line-2')
  context.fillRect(0, layout.head - 1, 4_096, 1)
}

function paintRow(
  context: CanvasRenderingContext2D,
  palette: Palette,
  painting: LadderPainting,
  row: LadderRow,
  index: number,
): void {
  const { layout, format, mostTraded } = painting
  const top = layout.head + index * layout.row
  const y = top + layout.row / 2
  if (row.outside) {
    context.fillStyle = palette.color('bg-3')
    context.fillRect(0, top, layout.askOrders.x + layout.askOrders.width, layout.row)
    return
  }
  paintDepth(context, palette, painting, row.bid, 'buy', top)
  paintDepth(context, palette, painting, row.ask, 'sell', top)
  if (row.isLast) {
    context.fillStyle = palette.color(painting.old ? 'fg-3' : 'fg-1')
    context.fillRect(layout.price.x, top, layout.price.width, layout.row - 1)
  }
  context.font = fontOf(palette, 11, row.isLast ? 650 : 500)
  context.fillStyle = palette.color(row.isLast ? 'bg-1' : row.extreme ? 'warn' : 'fg-1')
  write(context, format.ticks(row.ticks), layout.price, y, 'center')
  if (row.average !== undefined) {
    context.fillStyle = palette.color(row.average === 'long' ? 'up' : 'down')
    context.fillRect(layout.price.x, top, 2, layout.row - 1)
    context.fillRect(layout.price.x + layout.price.width - 2, top, 2, layout.row - 1)
    context.fillRect(layout.price.x, top, layout.price.width, 1)
    context.fillRect(layout.price.x, top + layout.row - 2, layout.price.width, 1)
  }
  paintOrders(context, palette, layout, row.bidOrders, 'buy', top)
  paintOrders(context, palette, layout, row.askOrders, 'sell', top)
  if (layout.volume === undefined || !(mostTraded > 0)) return
  const { x, width } = layout.volume
  const sold = (row.sold / mostTraded) * width
  const bought = (row.bought / mostTraded) * width
  context.fillStyle = palette.faint('down', 0.22)
  context.fillRect(x, top + 2, sold, layout.row - 5)
  context.fillStyle = palette.faint('up', 0.22)
  context.fillRect(x + sold, top + 2, bought, layout.row - 5)
  const lots = Math.round(row.bought + row.sold)
  if (lots === 0) return
  context.font = fontOf(palette, 10)
  context.fillStyle = palette.color('fg-3')
  write(context, String(lots), layout.volume, y, 'right')
}

function paintDepth(
  context: CanvasRenderingContext2D,
  palette: Palette,
  { layout, mostLots, old }: LadderPainting,
  depth: LadderDepth,
  side: Side,
  top: number,
): void {
  if (depth.kind === 'none') return
  const span = side === 'buy' ? layout.bid : layout.ask
  const token = side === 'buy' ? 'up' : 'down'
  const y = top + layout.row / 2
  if (depth.kind === 'never') {
    context.fillStyle = hatchOf(context, palette)
    return context.fillRect(span.x, top, span.width, layout.row - 1)
  }
  if (depth.kind === 'live') {
    const wide = Math.min(1, depth.lots / mostLots) * (span.width - 2)
    context.fillStyle = old ? palette.color('bg-3') : palette.faint(token, 0.18)
    context.fillRect(
      side === 'buy' ? span.x + span.width - wide : span.x,
      top,
      wide,
      layout.row - 1,
    )
    context.font = fontOf(palette, 11, 500, old)
    context.fillStyle = palette.color(old ? 'fg-3' : token)
    return write(context, String(depth.lots), span, y, 'right')
  }
  context.font = fontOf(palette, 9, 400, true)
  context.fillStyle = palette.color('fg-3')
  write(context, age(depth.age), span, y, 'right')
  context.font = fontOf(palette, 11, 400, true)
  context.fillStyle = palette.color('fg-3')
  write(context, String(depth.lots), narrowed(span), y, 'right')
}

/** Beside the age, which takes the right end. */
function narrowed({ x, width }: Span): Span {
  return { x, width: width - 22 }
}

/** Where the pointer and the keyboard are, and where a dragged order would go. */
function paintMarks(
  context: CanvasRenderingContext2D,
  width: number,
  palette: Palette,
  { layout, rows, marks }: LadderPainting,
): void {
  const first = rows[0]?.ticks ?? NaN
  const topOf = (ticks: number): number => layout.head + (first - ticks) * layout.row
  const { hover, hoverSide, cursor, drag, armed } = marks
  if (armed && hoverSide !== undefined && !Number.isNaN(hover) && drag === undefined) {
    const span = hoverSide === 'buy' ? layout.bid : layout.ask
    context.strokeStyle = palette.color(hoverSide === 'buy' ? 'up' : 'down')
    context.strokeRect(span.x + 0.5, topOf(hover) + 0.5, span.width - 1, layout.row - 2)
  }
  if (!Number.isNaN(cursor)) {
    context.strokeStyle = palette.color('focus')
    context.strokeRect(0.5, topOf(cursor) + 0.5, width - 1, layout.row - 2)
  }
  if (drag === undefined) return
  const span = drag.side === 'buy' ? layout.bidOrders : layout.askOrders
  context.setLineDash([3, 2])
  context.strokeStyle = palette.color('mine')
  context.strokeRect(span.x + 0.5, topOf(drag.to) + 0.5, span.width - 1, layout.row - 2)
  context.setLineDash([])
}

const hatchOf = tilePattern(
  [6, 6],
  (palette) => palette.color('bg-2'),
  (tile, palette) => {
    tile.strokeStyle = palette.color('line-1')
    tile.beginPath()
    for (const at of [-6, 0, 6]) {
      tile.moveTo(at, 6)
      tile.lineTo(at + 6, 0)
    }
    tile.stroke()
  },
)
