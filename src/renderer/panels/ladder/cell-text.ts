import type { Palette } from '../../desk/index.ts'
import type { Span } from './ladder-layout.ts'

/** Between a text and its cell's edge, CSS pixels. */
export const PAD = 5

export function fontOf(palette: Palette, size: number, weight = 400, italic = false): string {
  return `${italic ? 'italic ' : ''}${weight} ${size}px ${palette.color('font-ui')}`
}

export function write(
  context: CanvasRenderingContext2D,
  text: string,
  { x, width }: Span,
  y: number,
  align: 'left' | 'right' | 'center',
): void {
  context.textAlign = align
  const at = align === 'left' ? x + PAD : align === 'right' ? x + width - PAD : x + width / 2
  context.fillText(text, at, y + 0.5)
}
