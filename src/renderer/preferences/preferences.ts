import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'

export const LANGUAGES = ['en', 'zh'] as const
export type Language = (typeof LANGUAGES)[number]
export const THEMES = ['dark', 'light'] as const
export const DENSITIES = ['compact', 'regular'] as const
/** `cn`: red up, green down. `intl`: green up. `cb`: blue up, orange down. */
export const SCHEMES = ['cn', 'intl', 'cb'] as const
export type Scheme = (typeof SCHEMES)[number]

/** What a person likes to look at; kept by the browser, alike in all windows of it. */
export interface Preferences {
  readonly language: Language
  readonly theme: (typeof THEMES)[number]
  readonly density: (typeof DENSITIES)[number]
  /** `auto`: the language's own. */
  readonly scheme: Scheme | 'auto'
  readonly sounds: boolean
}

export const DEFAULT_PREFERENCES: Preferences = {
  language: 'en',
  theme: 'dark',
  density: 'compact',
  scheme: 'auto',
  sounds: true,
}

const CHOICES = {
  language: LANGUAGES,
  theme: THEMES,
  density: DENSITIES,
  scheme: [...SCHEMES, 'auto'],
  sounds: [true, false],
} as const satisfies { [Name in keyof Preferences]: readonly Preferences[Name][] }

export type PreferenceStore = StoreApi<Preferences>

export function schemeOf({ scheme, language }: Preferences): Scheme {
  if (scheme !== 'auto') return scheme
  return language === 'zh' ? 'cn' : 'intl'
}

/** @param kept as it was kept, from wherever: what of it makes no sense is the default. */
export function createPreferences(kept: unknown): PreferenceStore {
  const read = (typeof kept === 'object' ? kept : undefined) as Record<string, unknown> | undefined
  const names = Object.keys(CHOICES) as (keyof Preferences)[]
  const known = names.flatMap((name) => {
    const choices: readonly unknown[] = CHOICES[name]
    return choices.includes(read?.[name]) ? [[name, read?.[name]]] : []
  })
  return createStore<Preferences>(() => ({
    ...DEFAULT_PREFERENCES,
    ...(Object.fromEntries(known) as Partial<Preferences>),
  }))
}
