import type { Saying, SlotValue } from '../index.ts'
import { asSaid, isList as isListOfSayings, isSayingCode, sayingText, slotsOf } from '../index.ts'
import { text } from './scalar.ts'
import type { Slot, Wire } from './shape.ts'
import { named, WrongShape } from './shape.ts'
import { isList } from './tuple.ts'

/** Sayings within sayings: a reason that was lifted, of books that differ in several things. */
const DEEPEST = 8

const ABOUT =
  'a text where it has no code, or [code; list of slot and value; the sentence in English]'

/**
 * The sentence travels with what it was made of: a reader that does not know the code, or knows
 * it with other slots, shows the sentence as it came.
 */
export const sayingWire: Wire<Saying> = {
  about: ABOUT,
  write: (value) => (value.code === 'words' ? plainOf(value) : writeWhole(value)),
  read: (slot) => (typeof slot === 'string' ? asSaid(slot) : readWhole(slot, 1)),
}

/** The same or undefined, which travels as an empty text. */
export const optionalSayingWire: Wire<Saying | undefined> = {
  about: `an empty text, or ${ABOUT}`,
  write: (value) => (value === undefined ? '' : sayingWire.write(value)),
  read: (slot) => (slot === '' ? undefined : sayingWire.read(slot)),
}

/**
 * Any number of them; none is an empty text. Before there were codes a text stood there, which is
 * read as one thing said.
 */
export const sayingsWire: Wire<readonly Saying[]> = {
  about: `an empty text, or a list of (${ABOUT})`,
  write: (several) => {
    if (!isListOfSayings(several)) throw new WrongShape('a list of sayings', several)
    return several.length === 0 ? '' : several.map((each) => sayingWire.write(each))
  },
  read: (slot) => {
    if (typeof slot === 'string') return slot === '' ? [] : [asSaid(slot)]
    if (!isList(slot)) throw new WrongShape('a text or a list of sayings', slot)
    return slot.map((each) => sayingWire.read(each))
  },
}

function plainOf({ values }: Saying): Slot {
  return text().write(values['text'] as string)
}

function writeWhole(value: Saying): Slot {
  if (typeof value?.values !== 'object') throw new WrongShape('a saying', value)
  const values = Object.entries(value.values).map(([slot, held]) => [slot, writeValue(held)])
  return [text().write(value.code), values, sayingText(value)]
}

/** A figure that is none travels as its name. */
function writeValue(value: SlotValue): Slot {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  return isListOfSayings(value) ? value.map(writeWhole) : writeWhole(value)
}

function readWhole(slot: Slot, depth: number): Saying {
  if (depth > DEEPEST) throw new WrongShape(`at most ${DEEPEST} sayings within each other`, slot)
  if (!isList(slot) || slot.length !== 3) throw new WrongShape('a text or a list of 3', slot)
  const [code, values, sentence] = slot as readonly [Slot, Slot, Slot]
  const [name, words] = [text().read(code), text().read(sentence)]
  if (!isList(values)) throw new WrongShape('a list of slots and values', values)
  const read = Object.fromEntries(values.map((each) => readEntry(each, depth)))
  const known = isSayingCode(name) && slotsOf(name).every((each) => Object.hasOwn(read, each))
  return known ? { code: name, values: read } : asSaid(words)
}

function readEntry(entry: Slot, depth: number): readonly [string, SlotValue] {
  if (!isList(entry) || entry.length !== 2) throw new WrongShape('a slot and its value', entry)
  const name = text().read(entry[0] as Slot)
  try {
    return [name, readValue(entry[1] as Slot, depth)]
  } catch (error) {
    throw named(error, name)
  }
}

function readValue(value: Slot, depth: number): SlotValue {
  if (typeof value === 'string' || typeof value === 'number') return value
  if (!isList(value)) throw new WrongShape('a text, a number or sayings', value)
  if (typeof value[0] === 'string') return readWhole(value, depth + 1)
  return value.map((each) => readWhole(each, depth + 1))
}
