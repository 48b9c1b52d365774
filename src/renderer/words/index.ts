import type { Language } from '../preferences/index.ts'
import { EN as BARS_EN } from './bars.en.ts'
import { ZH as BARS_ZH } from './bars.zh.ts'
import { EN as BOOKS_EN } from './books.en.ts'
import { ZH as BOOKS_ZH } from './books.zh.ts'
import { EN as CHART_EN } from './chart.en.ts'
import { ZH as CHART_ZH } from './chart.zh.ts'
import { EN as CHIPS_EN } from './chips.en.ts'
import { ZH as CHIPS_ZH } from './chips.zh.ts'
import { EN as CODES_EN } from './codes.en.ts'
import { ZH as CODES_ZH } from './codes.zh.ts'
import { EN as DETAILS_EN } from './details.en.ts'
import { ZH as DETAILS_ZH } from './details.zh.ts'
import { EN as TERMS_EN } from './terms.en.ts'
import { ZH as TERMS_ZH } from './terms.zh.ts'
import { EN as LAYOUT_EN } from './layout.en.ts'
import { ZH as LAYOUT_ZH } from './layout.zh.ts'
import { EN as TABLES_EN } from './tables.en.ts'
import { ZH as TABLES_ZH } from './tables.zh.ts'
import { EN as SYSTEM_EN } from './system.en.ts'
import { ZH as SYSTEM_ZH } from './system.zh.ts'
import { EN as STRATEGY_EN } from './strategy.en.ts'
import { ZH as STRATEGY_ZH } from './strategy.zh.ts'
import { EN as REFUSALS_EN } from './refusals.en.ts'
import { ZH as REFUSALS_ZH } from './refusals.zh.ts'
import { EN as SAYINGS_EN } from './sayings.en.ts'
import { ZH as SAYINGS_ZH } from './sayings.zh.ts'
import { EN as TRADING_EN } from './trading.en.ts'
import { ZH as TRADING_ZH } from './trading.zh.ts'

/**
 * Every text of the window, by key, in two files of each room. A key that a language lacks does
 * not compile: each `ZH` is typed by its `EN`.
 */
const EN = {
  ...REFUSALS_EN,
  ...TRADING_EN,
  ...LAYOUT_EN,
  ...STRATEGY_EN,
  ...SYSTEM_EN,
  ...BARS_EN,
  ...BOOKS_EN,
  ...CHART_EN,
  ...CHIPS_EN,
  ...CODES_EN,
  ...DETAILS_EN,
  ...TERMS_EN,
  ...TABLES_EN,
  ...SAYINGS_EN,
} as const
const ZH: Readonly<Record<keyof typeof EN, string>> = {
  ...REFUSALS_ZH,
  ...TRADING_ZH,
  ...LAYOUT_ZH,
  ...STRATEGY_ZH,
  ...SYSTEM_ZH,
  ...BARS_ZH,
  ...BOOKS_ZH,
  ...CHART_ZH,
  ...CHIPS_ZH,
  ...CODES_ZH,
  ...DETAILS_ZH,
  ...TERMS_ZH,
  ...TABLES_ZH,
  ...SAYINGS_ZH,
}

export type Word = keyof typeof EN

export type Translate = (word: Word, values?: Readonly<Record<string, string | number>>) => string

/**
 * What the window itself says, put into words where it is shown: a language that changes changes
 * it. What a process says is a `Saying`, and `sayingWords` does the same for it.
 */
export type Sentence = (t: Translate) => string

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

export { haltWords } from './halt-words.ts'
export { codeWords, detailWords, sayingWords, sayingsWords } from './saying-words.ts'
