import type { TapeRow } from '../../../core/desk/tape-rows.ts'
import type { Size } from '../../components/index.ts'
import type { Palette } from '../../desk/index.ts'
import type { PriceFormat } from '../../format/index.ts'
import { clockTime, decimal, signed } from '../../format/index.ts'
import type { Span } from '../ladder/ladder-layout.ts'
import { fontOf, write } from '../ladder/paint-ladder.ts'

export interface TapePainting {
  readonly rows: readonly TapeRow[]
  readonly row: number
  readonly format: PriceFormat
  readonly titles: Readonly<Record<'time' | 'price' | 'lots' | 'bought' | 'interest', string>>
}

export const TAPE_HEAD = 18
/** From so many lots on a row stands out. */
const LARGE = 20
/** Shares that tell buying from selling; between them nobody is said to have crossed. */
const [SOLD, BOUGHT] = [0.45, 0.55]
/** From this width on times have tenths of a second. */
const ROOM_FOR_TENTHS = 200

/** Paints the tape, newest row on top. */
export function paintTape(
  context: CanvasRenderingContext2D,
  { width, height }: Size,
  palette: Palette,
  painting: TapePainting,
): void {
  const columns = columnsOf(width, painting)
  context.fillStyle = palette.color('bg-1')
  context.fillRect(0, 0, width, height)
  context.textBaseline = 'middle'
  context.font = fontOf(palette, 10)
  context.fillStyle = palette.color('fg-3')
  const { titles, rows, row } = painting
  write(context, titles.time, columns.time, TAPE_HEAD / 2, 'left')
  for (const name of ['price', 'lots', 'bought', 'interest'] as const) {
    write(context, titles[name], columns[name], TAPE_HEAD / 2, 'right')
  }
  context.fillStyle = palette.color('line-2')
  context.fillRect(0, TAPE_HEAD - 1, width, 1)
  for (const [index, each] of rows.entries()) {
    const top = TAPE_HEAD + index * row
    paintRow(context, palette, painting, columns, each, top, width)
  }
}

function paintRow(
  context: CanvasRenderingContext2D,
  palette: Palette,
  { row, format }: TapePainting,
  columns: ReturnType<typeof columnsOf>,
  { at, price, lots, bought, band, interest }: TapeRow,
  top: number,
  width: number,
): void {
  const y = top + row / 2
  const { x, width: wide } = columns.bought
  const share = bought * (wide - 4)
  context.fillStyle = palette.faint('up', 0.2)
  context.fillRect(x + 2, top + 1, share, row - 3)
  context.fillStyle = palette.faint('down', 0.2)
  context.fillRect(x + 2 + share, top + 1, wide - 4 - share, row - 3)
  context.font = fontOf(palette, 11)
  context.fillStyle = palette.color('fg-3')
  write(context, clockTime(at, width >= ROOM_FOR_TENTHS ? 1 : 0), columns.time, y, 'left')
  const token = bought > BOUGHT ? 'up' : bought < SOLD ? 'down' : 'fg-2'
  context.fillStyle = palette.color(token)
  write(context, format.price(price), columns.price, y, 'right')
  context.font = fontOf(palette, 11, lots >= LARGE ? 650 : 400)
  write(context, decimal(lots), columns.lots, y, 'right')
  context.font = fontOf(palette, 9)
  context.fillStyle = palette.color('fg-3')
  write(context, `±${Math.round(band * 100)}`, columns.bought, y, 'right')
  context.font = fontOf(palette, 11)
  context.fillStyle = palette.color('fg-1')
  const beside = { x, width: wide - 20 }
  write(context, String(Math.round(bought * 100)), beside, y, 'right')
  context.fillStyle = palette.color('fg-3')
  write(context, signed(interest), columns.interest, y, 'right')
  context.fillStyle = palette.color('line-1')
  context.fillRect(0, top + row - 1, width, 1)
}

function columnsOf(width: number, { format, rows }: TapePainting) {
  const digits = format.price(rows[0]?.price ?? 0).length
  let x = 0
  const next = (wide: number): Span => {
    const span = { x, width: wide }
    x += wide
    return span
  }
  const time = next(width >= ROOM_FOR_TENTHS ? 66 : 56)
  const price = next(Math.ceil(digits * 6.7) + 8)
  const lots = next(30)
  const interest = 34
  const bought = next(Math.max(46, width - x - interest))
  return { time, price, lots, bought, interest: next(interest) }
}
