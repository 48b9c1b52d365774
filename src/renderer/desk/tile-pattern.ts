import type { Palette } from './palette.ts'

export type PatternOf = (
  context: CanvasRenderingContext2D,
  palette: Palette,
) => CanvasPattern | string

/**
 * A pattern for canvases whose tile is drawn once a palette: where it is filled hundreds of times
 * a frame, stroked dashes count.
 *
 * @param size width and height of the tile, in pixels.
 * @param instead the colour where a canvas gives no pattern.
 */
export function tilePattern(
  size: readonly [number, number],
  instead: (palette: Palette) => string,
  draw: (tile: OffscreenCanvasRenderingContext2D, palette: Palette) => void,
): PatternOf {
  const made = new WeakMap<Palette, CanvasPattern>()
  return (context, palette) => {
    const known = made.get(palette)
    if (known !== undefined) return known
    const tile = new OffscreenCanvas(...size)
    const drawing = tile.getContext('2d')
    if (drawing === null) return instead(palette)
    draw(drawing, palette)
    const pattern = context.createPattern(tile, 'repeat')
    if (pattern === null) return instead(palette)
    made.set(palette, pattern)
    return pattern
  }
}
