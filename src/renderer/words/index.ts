import type { Language } from '../preferences/index.ts'
import { EN as BARS_EN } from './bars.en.ts'
import { ZH as BARS_ZH } from './bars.zh.ts'
import { EN as COMMON_EN } from './common.en.ts'
import { ZH as COMMON_ZH } from './common.zh.ts'
import { EN as LAYOUT_EN } from './layout.en.ts'
import { ZH as LAYOUT_ZH } from './layout.zh.ts'
import { EN as TABLES_EN } from './tables.en.ts'
import { ZH as TABLES_ZH } from './tables.zh.ts'
import { EN as SYSTEM_EN } from './system.en.ts'
import { ZH as SYSTEM_ZH } from './system.zh.ts'
import { EN as STRATEGY_EN } from './strategy.en.ts'
import { ZH as STRATEGY_ZH } from './strategy.zh.ts'

/**
 * Every text of the window, by key, in two files of each room. A key that a language lacks does
 * not compile: each `ZH` is typed by its `EN`.
 */
const EN = {
  ...LAYOUT_EN,
  ...STRATEGY_EN,
  ...SYSTEM_EN,
  ...BARS_EN,
  ...COMMON_EN,
  ...TABLES_EN,
} as const
const ZH: Readonly<Record<keyof typeof EN, string>> = {
  ...LAYOUT_ZH,
  ...STRATEGY_ZH,
  ...SYSTEM_ZH,
  ...BARS_ZH,
  ...COMMON_ZH,
  ...TABLES_ZH,
}

export type Word = keyof typeof EN

export type Translate = (word: Word, values?: Readonly<Record<string, string | number>>) => string

/** Both languages, for tests too. */
export const TEXTS: Readonly<Record<Language, Readonly<Record<Word, string>>>> = { en: EN, zh: ZH }

/** Puts values where a text says `{name}`. */
export function translator(language: Language): Translate {
  const texts = TEXTS[language]
  return (word, values) => {
    const text = texts[word]
    if (values === undefined) return text
    return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
      name in values ? String(values[name]) : whole,
    )
  }
}
