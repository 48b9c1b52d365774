import { createContext, useContext, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import type { Alarm } from '../alerts/alarm.ts'
import type { Spoken } from '../alerts/spoken.ts'
import type { Keeping, PreferenceStore, Preferences } from '../preferences/index.ts'
import type { Translate } from '../words/index.ts'
import type { Desk } from './desk.ts'
import type { FirstPrices } from './first-prices.ts'
import type { Letter } from './focus.ts'
import type { Palette } from './palette.ts'
import { usePanelPlace } from './panel-place.ts'
import type { Revisions } from './revisions.ts'
import type { Slice } from './slices.ts'

/** What every component of the window may need. */
export interface WindowContext {
  readonly desk: Desk
  readonly revisions: Revisions
  /** What waits until the first prices of the window are painted. */
  readonly firstPrices: FirstPrices
  readonly preferences: PreferenceStore
  readonly keeping: Keeping
  readonly alarm: Alarm
  readonly spoken: Spoken
  /** Of the language in force. */
  readonly translate: () => Translate
  /** Of the theme and scheme in force. */
  readonly palette: () => Palette
}

const Context = createContext<WindowContext | undefined>(undefined)

export const WindowProvider = Context.Provider

export function useWindow(): WindowContext {
  const found = useContext(Context)
  if (found === undefined) throw new Error('a component stands outside of the window')
  return found
}

export function useDesk(): Desk {
  return useWindow().desk
}

/**
 * Renders anew when one of the slices changed, at most ten times a second; not where it cannot be
 * seen.
 */
export function useSlice<Value>(slices: readonly Slice[], select: (desk: Desk) => Value): Value {
  const { desk, revisions } = useWindow()
  const { shown } = usePanelPlace()
  useSyncExternalStore(shown ? revisions.subscribe : NEVER, () => revisions.of(slices))
  return select(desk)
}

export const NEVER = (): (() => void) => () => undefined

export function usePreference<Value>(select: (preferences: Preferences) => Value): Value {
  return useStore(useWindow().preferences, select)
}

/** Words of the language in force; a component that uses it is rendered anew when that changes. */
export function useWords(): Translate {
  const { translate } = useWindow()
  usePreference(({ language }) => language)
  return translate()
}

/** The symbol that panels of a letter show; undefined before any is known. */
export function useLinked(letter: Letter): string | undefined {
  const { focus } = useDesk()
  return useStore(focus.store, (links) => links[letter] ?? links.A)
}
