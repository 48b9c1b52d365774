import { useEffect, useRef } from 'react'
import type { Painter, Patience, Slice } from '../desk/index.ts'
import { useDesk } from '../desk/index.ts'
import { usePanelPlace } from '../desk/panel-place.ts'

/**
 * Paints by refs while the component is there, at most once a frame and only when a slice changed.
 * The painter may be a new function at each render: the newest is called. Behind another tab or in
 * another workspace nothing is painted; what is shown again is painted at once.
 *
 * @param patience whether prices and ages alone may wait a few frames while frames take long.
 */
export function usePainter(
  slices: readonly Slice[],
  painter: Painter,
  patience: Patience = 'at once',
): void {
  const { frames } = useDesk()
  const { shown } = usePanelPlace()
  const newest = useRef(painter)
  const own = useRef<Painter | undefined>(undefined)
  const names = slices.join(' ')
  useEffect(() => {
    newest.current = painter
    if (own.current !== undefined) frames.repaint(own.current)
  })
  useEffect(() => {
    if (!shown) return undefined
    const painting: Painter = (changed) => newest.current(changed)
    const end = frames.paint(names.split(' ') as Slice[], painting, patience)
    own.current = painting
    return () => {
      own.current = undefined
      end()
    }
  }, [frames, names, shown, patience])
}
