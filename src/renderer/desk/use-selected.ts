import { useState, useSyncExternalStore } from 'react'
import type { Desk } from './desk.ts'
import { usePanelPlace } from './panel-place.ts'
import { Selected } from './selected.ts'
import type { Slice } from './slices.ts'
import { NEVER, useWindow } from './window-context.ts'

/**
 * Renders anew only when what `select` makes of the slices says something else; it looks at most
 * ten times a second. For data that `select` makes anew each time: things of the replica change in
 * place, and are for `useSlice`.
 */
export function useSelected<Value>(slices: readonly Slice[], select: (desk: Desk) => Value): Value {
  const { desk, revisions } = useWindow()
  const { shown } = usePanelPlace()
  const [selected] = useState(() => new Selected<Value>())
  return useSyncExternalStore(shown ? revisions.subscribe : NEVER, () =>
    selected.read(revisions.of(slices), select, desk),
  )
}
