import type { TapeRow } from '../../../core/desk/tape-rows.ts'
import type { Size } from '../../components/index.ts'
import type { Palette } from '../../desk/index.ts'
import type { PriceFormat } from '../../format/index.ts'
import { age, clockTime, decimal, signed } from '../../format/index.ts'
import type { Span } from '../ladder/ladder-layout.ts'
import { fontOf, write } from '../ladder/cell-text.ts'

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
  const { titles } = painting
  write(context, titles.time, columns.time, TAPE_HEAD / 2, 'left')
  for (const name of ['price', 'lots', 'bought', 'interest'] as const) {
    write(context, titles[name], columns[name], TAPE_HEAD / 2, 'right')
  }
  context.fillStyle = palette.color('line-2')
  context.fillRect(0, TAPE_HEAD - 1, width, 1)
  paintGrounds(context, width, palette, painting, columns)
  paintTexts(context, width, palette, painting, columns)
}

/** Bars of the shares, and a line below each row: one colour after the other. */
function paintGrounds(
  context: CanvasRenderingContext2D,
  width: number,
  palette: Palette,
  { rows, row }: TapePainting,
  { bought: { x, width: wide } }: Columns,
): void {
  const most = wide - 4
  context.fillStyle = palette.faint('up', 0.2)
  for (const [index, { bought, hole }] of rows.entries()) {
    if (hole === undefined) {
      context.fillRect(x + 2, TAPE_HEAD + index * row + 1, bought * most, row - 3)
    }
  }
  context.fillStyle = palette.faint('down', 0.2)
  for (const [index, { bought, hole }] of rows.entries()) {
    if (hole !== undefined) continue
    const top = TAPE_HEAD + index * row + 1
    context.fillRect(x + 2 + bought * most, top, most - bought * most, row - 3)
  }
  context.fillStyle = palette.color('line-1')
  for (let index = 1; index <= rows.length; index++) {
    context.fillRect(0, TAPE_HEAD + index * row - 1, width, 1)
  }
}

/** Column by column: to set a font or a colour costs as much as a text. */
function paintTexts(
  context: CanvasRenderingContext2D,
  width: number,
  palette: Palette,
  { rows, row, format }: TapePainting,
  columns: Columns,
): void {
  const each = (paint: (row: TapeRow, y: number) => void): void => {
    for (const [index, shown] of rows.entries()) paint(shown, TAPE_HEAD + (index + 0.5) * row)
  }
  const { time, price, lots, bought, interest } = columns
  const beside = { x: bought.x, width: bought.width - 20 }
  const digits = width >= ROOM_FOR_TENTHS ? 1 : 0
  const [usual, heavy] = [fontOf(palette, 11), fontOf(palette, 11, 650)]
  context.font = usual
  context.fillStyle = palette.color('fg-3')
  each(({ at }, y) => write(context, clockTime(at, digits), time, y, 'left'))
  each((shown, y) => write(context, signed(shown.interest), interest, y, 'right'))
  context.fillStyle = palette.color('fg-1')
  each(({ bought: share, hole }, y) => {
    if (hole === undefined) write(context, String(Math.round(share * 100)), beside, y, 'right')
  })
  each((shown, y) => {
    context.fillStyle = palette.color(sideOf(shown))
    write(context, format.price(shown.price), price, y, 'right')
    const isLarge = shown.lots >= LARGE
    if (isLarge) context.font = heavy
    write(context, decimal(shown.lots), lots, y, 'right')
    if (isLarge) context.font = usual
  })
  context.font = fontOf(palette, 9)
  context.fillStyle = palette.color('fg-3')
  each(({ band, hole }, y) => {
    if (hole === undefined) write(context, `±${Math.round(band * 100)}`, bought, y, 'right')
  })
  context.fillStyle = palette.color('warn')
  each(({ at, hole }, y) => {
    if (hole !== undefined) write(context, `⟂ ${age(at - hole.at)}`, bought, y, 'right')
  })
}

function sideOf({ bought, hole }: TapeRow): 'up' | 'down' | 'fg-2' {
  if (hole !== undefined) return 'fg-2'
  return bought > BOUGHT ? 'up' : bought < SOLD ? 'down' : 'fg-2'
}

type Columns = ReturnType<typeof columnsOf>

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
