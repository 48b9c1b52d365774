import { useCallback, useEffect, useRef } from 'react'
import type { CSSProperties, ReactElement } from 'react'
import type { Palette, Slice } from '../desk/index.ts'
import { useDesk, useWindow } from '../desk/index.ts'
import type { Size } from './sizes.ts'
import { observeSize } from './sizes.ts'
import { usePainter } from './use-painter.ts'

export type Draw = (
  context: CanvasRenderingContext2D,
  size: Size,
  palette: Palette,
  changed: ReadonlySet<Slice>,
) => void

interface CanvasProps {
  /** `size` and `theme` are added by the canvas itself. */
  readonly slices: readonly Slice[]
  /** In CSS pixels, on a canvas that was cleared by nobody. */
  readonly draw: Draw
  readonly className?: string
  readonly style?: CSSProperties
  /** The canvas itself, for pointer events and the like. */
  readonly onCanvas?: (element: HTMLCanvasElement | null) => void
}

/** Fills its parent, sharp on every screen; hidden from readers, who get the panel's own words. */
export function Canvas({ slices, draw, className, style, onCanvas }: CanvasProps): ReactElement {
  const own = useRef<HTMLCanvasElement | null>(null)
  const size = useRef<Size>({ width: 0, height: 0 })
  const { palette } = useWindow()
  const { frames } = useDesk()
  useEffect(() => {
    const element = own.current
    const parent = element?.parentElement
    if (element === null || parent === null || parent === undefined) return undefined
    return observeSize(parent, (found) => {
      size.current = found
      frames.mark('size')
    })
  }, [frames])
  usePainter([...slices, 'size', 'theme'], (changed) => {
    const element = own.current
    const { width, height } = size.current
    const context = element?.getContext('2d', { alpha: false })
    if (element === null || context === null || context === undefined || width === 0) return
    fit(element, context, size.current)
    draw(context, { width, height }, palette(), changed)
  })
  const refer = useCallback(
    (element: HTMLCanvasElement | null): void => {
      own.current = element
      onCanvas?.(element)
    },
    [onCanvas],
  )
  return <canvas ref={refer} className={className} style={style} aria-hidden="true" />
}

function fit(
  element: HTMLCanvasElement,
  context: CanvasRenderingContext2D,
  { width, height }: Size,
): void {
  const ratio = devicePixelRatio || 1
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)]
  if (element.width !== wide || element.height !== high) {
    element.width = wide
    element.height = high
    element.style.width = `${width}px`
    element.style.height = `${height}px`
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
}
