import type { ErrorCode, Saying, SlotValue } from '../../core/contracts/index.ts'
import { ERROR_CODES, isList, plainText, sayingText } from '../../core/contracts/index.ts'
import { decimal } from '../format/index.ts'
import type { Translate } from './index.ts'
import { EN as TERMS } from './terms.en.ts'

/** A figure that was rounded where it was said. */
const NEGATIVE = /^-(?=\d+(\.\d+)?$)/

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

/** What a code means, and what the process that said it had to add, in its own words. */
export function codeWords(code: ErrorCode, message: string, t: Translate): string {
  const words = t(`code.${code}`)
  return message === '' ? words : t('list.detail', { words, detail: message })
}

function failureWords(values: Saying['values'], t: Translate): string {
  const known = ERROR_CODES.find((each) => each === values['code'])
  const failure: Saying = { code: 'failure', values }
  return known === undefined ? sayingText(failure) : codeWords(known, plainText(failure), t)
}

function slotWords(slot: string, value: SlotValue, t: Translate): string {
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
