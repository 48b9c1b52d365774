import type { Palette } from '../../../desk/index.ts'

/** What painters draw with. */
export interface Ink {
  readonly palette: Palette
  /** `10px Inter, …` */
  readonly small: string
  readonly strong: string
}

export function inkOf(palette: Palette): Ink {
  const family = palette.color('font-ui')
  return { palette, small: `10px ${family}`, strong: `650 11px ${family}` }
}

export const PLATE = 16
const widths = new Map<string, number>()

/** Width of a text in the small face; measured once. */
export function widthOf(context: CanvasRenderingContext2D, { small }: Ink, text: string): number {
  let width = widths.get(text)
  if (width === undefined) {
    context.font = small
    width = context.measureText(text).width
    if (widths.size > 2_000) widths.clear()
    widths.set(text, width)
  }
  return width
}

interface PlateLook {
  readonly background: string
  readonly color: string
  readonly border?: string
}

/** Small text on a plate, its middle at `y`. @returns where the plate ends. */
export function plate(
  context: CanvasRenderingContext2D,
  ink: Ink,
  x: number,
  y: number,
  text: string,
  { background, color, border }: PlateLook,
): number {
  const width = widthOf(context, ink, text) + 8
  const top = Math.round(y) - PLATE / 2
  context.fillStyle = background
  context.fillRect(x, top, width, PLATE)
  if (border !== undefined) {
    context.strokeStyle = border
    context.lineWidth = 1
    context.strokeRect(x + 0.5, top + 0.5, width - 1, PLATE - 1)
  }
  context.fillStyle = color
  context.font = ink.small
  context.textBaseline = 'middle'
  context.textAlign = 'left'
  context.fillText(text, x + 4, top + PLATE / 2 + 0.5)
  return x + width
}

export function vertical(
  context: CanvasRenderingContext2D,
  x: number,
  height: number,
  color: string,
  dash: readonly number[] = [],
  width = 1,
): void {
  context.strokeStyle = color
  context.lineWidth = width
  context.setLineDash([...dash])
  context.beginPath()
  context.moveTo(Math.round(x) + 0.5, 0)
  context.lineTo(Math.round(x) + 0.5, height)
  context.stroke()
  context.setLineDash([])
}

export function horizontal(
  context: CanvasRenderingContext2D,
  y: number,
  width: number,
  color: string,
  dash: readonly number[] = [],
): void {
  context.strokeStyle = color
  context.lineWidth = 1
  context.setLineDash([...dash])
  context.beginPath()
  context.moveTo(0, Math.round(y) + 0.5)
  context.lineTo(width, Math.round(y) + 0.5)
  context.stroke()
  context.setLineDash([])
}

/** Slanting lines over a stretch. */
export function hatch(
  context: CanvasRenderingContext2D,
  x: number,
  width: number,
  height: number,
  color: string,
): void {
  context.save()
  context.beginPath()
  context.rect(x, 0, width, height)
  context.clip()
  context.strokeStyle = color
  context.lineWidth = 1
  context.beginPath()
  for (let from = x - height; from < x + width; from += 7) {
    context.moveTo(from, height)
    context.lineTo(from + height, 0)
  }
  context.stroke()
  context.restore()
}
