import type { OrderId } from '../../../../core/domain/index.ts'
import type { View } from '../view.ts'
import type { Ink } from './ink.ts'
import { PLATE, horizontal, plate, widthOf } from './ink.ts'
import { placeLines } from './placed-lines.ts'

/** Something that stands at a price over the whole width, with a tag at its left. */
export interface PriceLine {
  /** Empty of a position. */
  readonly order: OrderId | ''
  readonly price: number
  /** Its price in words, for a tag that stands elsewhere. */
  readonly at: string
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
  /** NaN of a line that lies beyond what is seen: there is nothing to drag. */
  readonly line: number
  readonly left: number
  readonly right: number
  readonly top: number
  /** From here on its ✕; Infinity where it has none. */
  readonly cross: number
}

const CROSS = '✕'
const ARROWS = { above: '▲', below: '▼' } as const

/** Lines with their tags; an arrow and its price at the edge of what lies beyond. */
export function paintLines(
  context: CanvasRenderingContext2D,
  view: View,
  ink: Ink,
  lines: readonly PriceLine[],
): readonly TagBox[] {
  const { palette } = ink
  const boxes: TagBox[] = []
  for (const { line, y, middle, beyond, more } of placeLines(lines, view.y, view.height)) {
    if (beyond === undefined) {
      horizontal(context, y, view.width, palette.faint(line.token, 0.85), line.dash)
    }
    const background = line.token === 'mine' ? palette.color('mine-bg') : palette.color('bg-1')
    const color = palette.color(line.token)
    const away = beyond === undefined ? '' : `${ARROWS[beyond]} ${line.at}  `
    const others = more === 0 ? '' : `  +${more}`
    const text = `${away}${line.text}${others}${line.cancels ? `  ${CROSS}` : ''}`
    const right = plate(context, ink, 6, middle, text, { background, color, border: color })
    if (line.order === '') continue
    const cross = line.cancels ? right - widthOf(context, ink, CROSS) - 10 : Infinity
    const top = Math.round(middle) - PLATE / 2
    boxes.push({ order: line.order, line: y, left: 6, right, top, cross })
  }
  return boxes
}

export interface Hit {
  readonly order: OrderId
  readonly cancels: boolean
  /** It can be taken to another price from here. */
  readonly drags: boolean
}

/** What a pointer at a place has hold of: the ✕ of a tag, a tag, or a line. */
export function hit(boxes: readonly TagBox[], x: number, y: number): Hit | undefined {
  const tag = boxes.find(
    ({ left, right, top }) => x >= left && x <= right && y >= top - 2 && y <= top + PLATE + 2,
  )
  if (tag !== undefined) {
    const cancels = x >= tag.cross
    return { order: tag.order, cancels, drags: !cancels && !Number.isNaN(tag.line) }
  }
  const line = boxes.find((each) => Math.abs(each.line - y) <= 4)
  return line === undefined ? undefined : { order: line.order, cancels: false, drags: true }
}
