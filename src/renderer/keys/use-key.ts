import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { usePanelPlace } from '../desk/panel-place.ts'
import { shownChord } from './chord.ts'
import { useKeys } from './keys-of.ts'
import type { KeyName } from './key-table.ts'

export const ON_MAC = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '')

/**
 * Does what a key says while this component is there and on the screen. Of several, that in the
 * panel with the focus acts, else the newest; never two. A handler that may not act now says so by
 * itself, or is not given.
 */
export function useKey(name: KeyName, handler: (() => void) | undefined): void {
  const keys = useKeys()
  const { panel, shown } = usePanelPlace()
  const newest = useRef({ handler, shown })
  const there = handler !== undefined
  useEffect(() => {
    newest.current = { handler, shown }
  })
  useEffect(() => {
    if (!there) return undefined
    return keys.attach(name, {
      panel,
      shown: () => newest.current.shown,
      call: () => newest.current.handler?.(),
    })
  }, [keys, name, panel, there])
}

/** The chord of a key as it is to be shown on a button: empty where it has none. */
export function useChord(name: KeyName): string {
  return useStore(useKeys().store, ({ chords }) => shownChord(chords[name], ON_MAC))
}

/** Whether one of the keys to hold is being held: fills what shows it. */
export function useHolding(name: KeyName): boolean {
  return useStore(useKeys().store, ({ holding }) => holding === name)
}
