import type { ErrorCode, Failure } from '../errors.ts'
import { fillSlots } from '../sayings/index.ts'
import type { SlotsIn } from '../sayings/saying.ts'
import { BUS_DETAILS } from './bus.ts'
import { CODEC_DETAILS } from './codec.ts'
import { COMMAND_DETAILS } from './command.ts'
import { DUCKDB_DETAILS } from './duckdb.ts'
import { GATE_DETAILS } from './gate.ts'
import { HISTORY_DETAILS } from './history.ts'
import { HOT_STORE_DETAILS } from './hot-store.ts'
import { INSTANCE_DETAILS } from './instance.ts'
import { JOURNAL_DETAILS } from './journal.ts'
import { MODEL_DETAILS } from './model.ts'
import { OUTBOX_DETAILS } from './outbox.ts'
import { PRODUCT_DETAILS } from './product.ts'
import { QUESTDB_DETAILS } from './questdb.ts'
import { RECORDING_DETAILS } from './recording.ts'
import { SHAPE_DETAILS } from './shape.ts'
import { STRATEGY_DETAILS } from './strategy.ts'
import { VENUE_DETAILS } from './venue.ts'
import { WINDOW_DETAILS } from './window.ts'

/**
 * What this program itself says behind the code of a failure: by the code and a name, the English
 * sentence with a slot for whatever differs. A failure travels, and is kept in journals and stores,
 * as its code and that sentence; a window knows the sentence again and says it in its language.
 */
export const DETAILS = {
  ...GATE_DETAILS,
  ...BUS_DETAILS,
  ...CODEC_DETAILS,
  ...COMMAND_DETAILS,
  ...HISTORY_DETAILS,
  ...HOT_STORE_DETAILS,
  ...DUCKDB_DETAILS,
  ...INSTANCE_DETAILS,
  ...JOURNAL_DETAILS,
  ...MODEL_DETAILS,
  ...OUTBOX_DETAILS,
  ...PRODUCT_DETAILS,
  ...QUESTDB_DETAILS,
  ...RECORDING_DETAILS,
  ...SHAPE_DETAILS,
  ...STRATEGY_DETAILS,
  ...VENUE_DETAILS,
  ...WINDOW_DETAILS,
} as const satisfies Readonly<Record<`${ErrorCode}/${string}`, string>>

export type DetailKey = keyof typeof DETAILS

type SlotOf<Key extends DetailKey> = SlotsIn<(typeof DETAILS)[Key]>
type ValuesOf<Key extends DetailKey> = Readonly<Record<SlotOf<Key>, string | number>>

interface Explained<Key extends DetailKey> extends Failure {
  readonly code: CodeOf<Key>
}
type CodeOf<Key extends DetailKey> = Key extends `${infer Code extends ErrorCode}/${string}`
  ? Code
  : never

/** The failure of that detail, with a value for each slot of its sentence. */
export function explained<Key extends DetailKey>(
  key: Key,
  ...[values]: [SlotOf<Key>] extends [never] ? [] : [ValuesOf<Key>]
): Explained<Key> {
  const filled: Readonly<Record<string, string | number>> = values ?? {}
  const message = fillSlots(DETAILS[key], (slot) => filled[slot], String)
  return { code: codeOf(key), message }
}

/** A sentence that was known again. */
export interface Detail {
  readonly key: DetailKey
  readonly values: Readonly<Record<string, string>>
}

/** Which detail of the code a message is; undefined for the words of somebody else. */
export function detailOf({ code, message }: Failure): Detail | undefined {
  for (const { key, pattern, slots } of SENTENCES.get(code) ?? []) {
    const found = pattern.exec(message)
    if (found === null) continue
    return {
      key,
      values: Object.fromEntries(slots.map((slot, place) => [slot, found[place + 1] ?? ''])),
    }
  }
  return undefined
}

interface Sentence {
  readonly key: DetailKey
  readonly pattern: RegExp
  readonly slots: readonly string[]
  /** Letters outside of slots: whoever has more of them is the likelier one, and asked first. */
  readonly letters: number
}

/** Holds another sentence of the same code: whoever has it is asked before that one. */
const SENTENCE_SLOT = 'fault'
const ASKED_FIRST = Number.MAX_SAFE_INTEGER

const SLOT = /\{(\w+)\}/g
const SPECIAL = /[.*+?^$()|[\]\\{}]/g
const SENTENCES = sentencesByCode()

function sentencesByCode(): ReadonlyMap<ErrorCode, readonly Sentence[]> {
  const byCode = new Map<ErrorCode, Sentence[]>()
  for (const key of Object.keys(DETAILS) as DetailKey[]) {
    const text: string = DETAILS[key]
    const parts = text.split(/\{\w+\}/)
    const pattern = parts.map((part) => part.replace(SPECIAL, '\\$&')).join('(.*?)')
    const known = byCode.get(codeOf(key)) ?? []
    known.push({
      key,
      pattern: new RegExp(`^${pattern}$`, 's'),
      slots: [...text.matchAll(SLOT)].map(([, slot]) => slot as string),
      letters: text.includes(`{${SENTENCE_SLOT}}`) ? ASKED_FIRST : parts.join('').length,
    })
    byCode.set(codeOf(key), known)
  }
  for (const known of byCode.values()) known.sort((one, other) => other.letters - one.letters)
  return byCode
}

function codeOf<Key extends DetailKey>(key: Key): CodeOf<Key> {
  return key.slice(0, key.indexOf('/')) as CodeOf<Key>
}
