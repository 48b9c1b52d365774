import type { Preferences } from '../preferences/index.ts'
import { DENSITIES, LANGUAGES, SCHEMES, THEMES } from '../preferences/index.ts'

/** What may be chosen, in the order in which it is shown. */
export const CHOICES = {
  language: LANGUAGES,
  theme: THEMES,
  density: DENSITIES,
  scheme: ['auto', ...SCHEMES],
  sounds: [true, false],
} as const satisfies { readonly [Name in keyof Preferences]: readonly Preferences[Name][] }
