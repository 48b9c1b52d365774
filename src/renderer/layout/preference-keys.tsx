import { useWindow } from '../desk/index.ts'
import { useKey } from '../keys/index.ts'
import type { Preferences } from '../preferences/index.ts'
import { DENSITIES, LANGUAGES, SCHEMES, THEMES, schemeOf } from '../preferences/index.ts'

/** What keys do with preferences: each takes the next choice. */
export function PreferenceKeys(): null {
  const { preferences } = useWindow()
  const turn = (change: (now: Preferences) => Partial<Preferences>) => () =>
    preferences.setState(change(preferences.getState()))
  useKey(
    'language',
    turn(({ language }) => ({ language: next(LANGUAGES, language) })),
  )
  useKey(
    'theme',
    turn(({ theme }) => ({ theme: next(THEMES, theme) })),
  )
  useKey(
    'density',
    turn(({ density }) => ({ density: next(DENSITIES, density) })),
  )
  useKey(
    'scheme',
    turn((now) => ({ scheme: next(SCHEMES, schemeOf(now)) })),
  )
  useKey(
    'sounds',
    turn(({ sounds }) => ({ sounds: !sounds })),
  )
  return null
}

function next<Value>(all: readonly Value[], now: Value): Value {
  return all[(all.indexOf(now) + 1) % all.length] ?? now
}
