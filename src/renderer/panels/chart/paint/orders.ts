import type { OrderId } from '../../../../core/domain/index.ts'
import type { View } from '../view.ts'
import type { Ink } from './ink.ts'
import { PLATE, horizontal, plate, widthOf } from './ink.ts'

/** Something that stands at a price over the whole width, with a tag at its left. */
export interface PriceLine {
  /** Empty of a position. */
  readonly order: OrderId | ''
  readonly price: number
  readonly text: string
  /** `mine`, `up` or `down`. */
  readonly token: string
  readonly dash: readonly number[]
  /** Whether its tag has a ✕. */
  readonly cancels: boolean
}

/** Where a tag was drawn: what a pointer can take hold of. */
export interface TagBox {
  readonly order: OrderId
  readonly line: number
  readonly left: number
  readonly right: number
  readonly top: number
  /** From here on its ✕; Infinity where it has none. */
  readonly cross: number
}

const CROSS = '✕'

/** Lines with their tags, those that would cover one another pushed apart. */
export function paintLines(
  context: CanvasRenderingContext2D,
  view: View,
  ink: Ink,
  lines: readonly PriceLine[],
): readonly TagBox[] {
  const { palette } = ink
  const boxes: TagBox[] = []
  let free = -Infinity
  const seen = lines
    .map((line) => ({ line, y: view.y(line.price) }))
    .filter(({ y }) => y > -PLATE && y < view.height + PLATE)
    .sort((one, other) => one.y - other.y)
  for (const { line, y } of seen) {
    horizontal(context, y, view.width, palette.faint(line.token, 0.85), line.dash)
    const middle = Math.max(y, free)
    free = middle + PLATE + 1
    const background = line.token === 'mine' ? palette.color('mine-bg') : palette.color('bg-1')
    const color = palette.color(line.token)
    const text = line.cancels ? `${line.text}  ${CROSS}` : line.text
    const right = plate(context, ink, 6, middle, text, { background, color, border: color })
    if (line.order === '') continue
    const cross = line.cancels ? right - widthOf(context, ink, CROSS) - 10 : Infinity
    const top = Math.round(middle) - PLATE / 2
    boxes.push({ order: line.order, line: y, left: 6, right, top, cross })
  }
  return boxes
}

/** What a pointer at a place has hold of: the ✕ of a tag, a tag, or a line. */
export function hit(
  boxes: readonly TagBox[],
  x: number,
  y: number,
): { readonly order: OrderId; readonly cancels: boolean } | undefined {
  const tag = boxes.find(
    ({ left, right, top }) => x >= left && x <= right && y >= top - 2 && y <= top + PLATE + 2,
  )
  if (tag !== undefined) return { order: tag.order, cancels: x >= tag.cross }
  const line = boxes.find((each) => Math.abs(each.line - y) <= 4)
  return line === undefined ? undefined : { order: line.order, cancels: false }
}
