import type {
  ErrorCode,
  Failure,
  Saying,
  SayingCode,
  SlotValue,
} from '../../core/contracts/index.ts'
import {
  ERROR_CODES,
  SAYINGS,
  detailOf,
  isList,
  plainText,
  recognised,
  sayingText,
} from '../../core/contracts/index.ts'
import { UNKNOWN, decimal } from '../format/index.ts'
import { EN as DETAILS } from './details.en.ts'
import type { Translate } from './index.ts'
import { notesOf } from './notes-of.ts'
import { EN as TERMS } from './terms.en.ts'

/** A figure that was rounded where it was said. */
const NEGATIVE = /^-(?=\d+(\.\d+)?$)/

const TWO_PLACES = /^(\S+) \(lines\) and (\S+) \(questions\)$/

/** What a path to a member of a file begins with. */
const ROOT = /^[^.[]+/

/** What a trading state's reason may be. */
const REASONS = (Object.keys(SAYINGS) as SayingCode[]).filter((code) => code.startsWith('state.'))

/** What a process said, in the window's language. What a person typed stays as it was typed. */
export function sayingWords({ code, values }: Saying, t: Translate): string {
  if (code === 'failure') return failureWords(values, t)
  const shown = Object.entries(values).map(([slot, value]) => [slot, slotWords(slot, value, t)])
  return t(`saying.${code}`, Object.fromEntries(shown) as Readonly<Record<string, string>>)
}

/** Several things that were said, in one line. */
export function sayingsWords(several: readonly Saying[], t: Translate): string {
  return several.map((each) => sayingWords(each, t)).join(t('list.next'))
}

/**
 * What a code means, and what the process that said it had to add: in the window's language where
 * that is the program's own sentence, else as it was said, and marked as such.
 */
export function codeWords(code: ErrorCode, message: string, t: Translate): string {
  const words = t(`code.${code}`)
  if (message === '') return words
  const detail = detailWords({ code, message }, t)
  return detail === undefined
    ? t('list.said', { words, detail: message })
    : t('list.detail', { words, detail })
}

/**
 * What a failure says beyond its code, in the window's language; undefined where these are not the
 * program's own words, but those of a disk, a server, a venue, or of another version.
 */
export function detailWords(failure: Failure, t: Translate): string | undefined {
  const detail = detailOf(failure)
  if (detail === undefined) return undefined
  const shown = Object.entries(detail.values).map(([slot, value]) => [
    slot,
    slot === 'fault' ? faultWords(failure.code, value, t) : detailSlotWords(slot, value, t),
  ])
  return t(`detail.${detail.key}`, Object.fromEntries(shown) as Readonly<Record<string, string>>)
}

/** What may stand within a sentence of any code: what is wrong with a member of a file. */
const OF_FILES: ErrorCode = 'config.file'

/** A sentence within another one: of the same code, of one that is akin to it, or of a file's. */
function faultWords(code: ErrorCode, message: string, t: Translate): string {
  const akin = ERROR_CODES.filter((each) => each.split('.')[0] === code.split('.')[0])
  for (const each of [code, ...akin, OF_FILES]) {
    const words = detailWords({ code: each, message }, t)
    if (words !== undefined) return words
  }
  return message
}

function failureWords(values: Saying['values'], t: Translate): string {
  const known = ERROR_CODES.find((each) => each === values['code'])
  const failure: Saying = { code: 'failure', values }
  return known === undefined ? sayingText(failure) : codeWords(known, plainText(failure), t)
}

function slotWords(slot: string, value: SlotValue, t: Translate): string {
  // A figure that is none travels as its name.
  if (value === 'NaN' || Number.isNaN(value)) return UNKNOWN
  if (typeof value === 'string') {
    return slot === 'panel' ? panelWords(value, t) : value.replace(NEGATIVE, '−')
  }
  if (typeof value === 'number') return slot.endsWith('Cny') ? decimal(value, 2) : String(value)
  return isList(value) ? sayingsWords(value, t) : sayingWords(value, t)
}

/** The title of a panel; a name that this version does not know stays as it is. */
function panelWords(name: string, t: Translate): string {
  const word = `panel.${name.replace(/-[a-f]$/, '')}`
  return Object.hasOwn(TERMS, word) ? t(word as keyof typeof TERMS) : name
}

function detailSlotWords(slot: string, value: string, t: Translate): string {
  if (slot === 'notes') return sayingsWords(notesOf(value), t)
  if (slot === 'why') return sayingWords(recognised(value, REASONS), t)
  if (slot === 'place') return placeWords(value, t)
  if (slot === 'at') return value.replace(ROOT, (root) => valueWords(slot, root, t))
  if (slot !== 'kinds') return valueWords(slot, value, t)
  return value
    .split(', ')
    .map((kind) => valueWords('kind', kind, t))
    .join(t('list.and'))
}

/** Where a store is; one that writes and reads at two addresses names both. */
function placeWords(place: string, t: Translate): string {
  const [, lines, questions] = TWO_PLACES.exec(place) ?? []
  if (lines === undefined || questions === undefined) return place
  return t('place.questdb', { lines, questions })
}

/** A word of the program's own; figures, names and whatever else differs stay as they are. */
function valueWords(slot: string, value: string, t: Translate): string {
  const word = `value.${slot.replace(/^other([A-Z])/, (_, first: string) => first.toLowerCase())}.${value}`
  return Object.hasOwn(DETAILS, word) ? t(word as keyof typeof DETAILS) : value
}
