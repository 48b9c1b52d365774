import type { Failure } from '../errors.ts'
import type { SayingCode } from './table.ts'
import { SAYINGS } from './table.ts'

/** What stands in a slot: words and figures as they are, or what else is said, one or several. */
export type SlotValue = string | number | Saying | readonly Saying[]

/**
 * What a process says to a person, as data: each language makes its own sentence of it. Values
 * that a person typed stay as they were typed.
 */
export interface Saying {
  readonly code: SayingCode
  /** By slot. An amount of money in CNY stands in a slot whose name ends with `Cny`. */
  readonly values: Readonly<Record<string, SlotValue>>
}

export type SlotsIn<Text extends string> = Text extends `${string}{${infer Slot}}${infer Rest}`
  ? Slot | SlotsIn<Rest>
  : never
type SlotOf<Code extends SayingCode> = SlotsIn<(typeof SAYINGS)[Code]>
type ValuesOf<Code extends SayingCode> = Readonly<Record<SlotOf<Code>, SlotValue>>

/** What the code says, with a value for each slot of its sentence. */
export function saying<Code extends SayingCode>(
  code: Code,
  ...[values]: [SlotOf<Code>] extends [never] ? [] : [ValuesOf<Code>]
): Saying {
  return { code, values: values ?? NO_VALUES }
}

const NO_VALUES: Saying['values'] = {}

/** Words as they were typed, or as something else than this program said them. */
export function asSaid(text: string): Saying {
  return { code: 'words', values: { text } }
}

export function sayingOf({ code, message }: Failure): Saying {
  return { code: 'failure', values: { code, message } }
}

/** The English sentence: for terminals, logs and stores. */
export function sayingText({ code, values }: Saying): string {
  return fillSlots(SAYINGS[code], (slot) => values[slot], slotText)
}

/** All of them in one line. */
export function sayingsText(several: readonly Saying[]): string {
  return several.map(sayingText).join('; ')
}

/** The same for where the code of a failure stands beside it, or has no place. */
export function plainText(what: Saying): string {
  return what.code === 'failure' ? slotText(what.values['message'] ?? '') : sayingText(what)
}

function slotText(value: SlotValue): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  return isList(value) ? sayingsText(value) : sayingText(value)
}

/** A sentence with its slots filled; one without a value stays as it is. */
export function fillSlots<Value>(
  template: string,
  valueOf: (slot: string) => Value | undefined,
  textOf: (value: Value, slot: string) => string,
): string {
  return template.replace(/\{(\w+)\}/g, (whole, slot: string) => {
    const value = valueOf(slot)
    return value === undefined ? whole : textOf(value, slot)
  })
}

/** The slots of a code's sentence, in the order in which they stand in it. */
export function slotsOf(code: SayingCode): readonly string[] {
  return [...SAYINGS[code].matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot as string)
}

export function isSayingCode(code: string): code is SayingCode {
  return Object.hasOwn(SAYINGS, code)
}

export function isList(value: SlotValue): value is readonly Saying[] {
  return Array.isArray(value)
}

/**
 * The saying of one of these codes whose English sentence this is, as where a file holds sentences;
 * where there is none, the words as they stand.
 */
export function recognised(text: string, codes: readonly SayingCode[]): Saying {
  for (const code of codes) {
    const parts = SAYINGS[code].split(/\{\w+\}/).map((part) => part.replace(SPECIAL, '\\$&'))
    const found = new RegExp(`^${parts.join('(.+)')}$`).exec(text)
    if (found === null) continue
    const values = slotsOf(code).map((slot, index) => [slot, found[index + 1] as string])
    return { code, values: Object.fromEntries(values) as Saying['values'] }
  }
  return asSaid(text)
}

const SPECIAL = /[.*+?^$()|[\]\\]/g

/** Whether two say the same, word for word. */
export function saysTheSame(one: Saying, other: Saying): boolean {
  return one.code === other.code && sayingText(one) === sayingText(other)
}
