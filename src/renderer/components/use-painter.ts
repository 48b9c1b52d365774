import { useEffect, useRef } from 'react'
import type { Painter, Slice } from '../desk/index.ts'
import { useDesk } from '../desk/index.ts'

/**
 * Paints by refs while the component is there, at most once a frame and only when a slice changed.
 * The painter may be a new function at each render: the newest is called.
 */
export function usePainter(slices: readonly Slice[], painter: Painter): void {
  const { frames } = useDesk()
  const newest = useRef(painter)
  useEffect(() => {
    newest.current = painter
    for (const slice of slices) frames.mark(slice)
  })
  const names = slices.join(' ')
  useEffect(
    () => frames.paint(names.split(' ') as Slice[], (changed) => newest.current(changed)),
    [frames, names],
  )
}
