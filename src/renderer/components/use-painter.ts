import { useEffect, useRef } from 'react'
import type { Painter, Slice } from '../desk/index.ts'
import { useDesk } from '../desk/index.ts'
import { usePanelPlace } from '../desk/panel-place.ts'

/**
 * Paints by refs while the component is there, at most once a frame and only when a slice changed.
 * The painter may be a new function at each render: the newest is called. Behind another tab or in
 * another workspace nothing is painted; what is shown again is painted at once.
 */
export function usePainter(slices: readonly Slice[], painter: Painter): void {
  const { frames } = useDesk()
  const { shown } = usePanelPlace()
  const newest = useRef(painter)
  useEffect(() => {
    newest.current = painter
    for (const slice of slices) frames.mark(slice)
  })
  const names = slices.join(' ')
  useEffect(
    () =>
      shown
        ? frames.paint(names.split(' ') as Slice[], (changed) => newest.current(changed))
        : undefined,
    [frames, names, shown],
  )
}
