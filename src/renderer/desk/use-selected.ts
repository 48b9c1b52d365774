import { useState, useSyncExternalStore } from 'react'
import { sameData } from '../../core/desk/same-data.ts'
import type { Desk } from './desk.ts'
import { usePanelPlace } from './panel-place.ts'
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

/** What was made last, and of what: made again from something else, it stays while it is alike. */
class Selected<Value> {
  #made: readonly [value: Value, revision: number, select: (desk: Desk) => Value] | undefined

  read(revision: number, select: (desk: Desk) => Value, desk: Desk): Value {
    if (this.#made?.[1] === revision && this.#made[2] === select) return this.#made[0]
    const made = select(desk)
    const value = this.#made !== undefined && sameData(this.#made[0], made) ? this.#made[0] : made
    this.#made = [value, revision, select]
    return value
  }
}
