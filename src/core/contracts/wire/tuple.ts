import type { Slot, Wire } from './shape.ts'
import { named, WrongShape } from './shape.ts'

/** The layout of an object: its fields in the order in which they travel. */
export type Layout<Value> = { readonly [Field in keyof Value]-?: Wire<Value[Field]> }

/**
 * An object as a positional array. The order of the keys in the layout is the order on the wire
 * and part of the contract; another number of fields is refused.
 *
 * @param constant fields that are told otherwise, such as the kind by the prefix.
 */
export function tuple<Value extends object, Constant extends keyof Value = never>(
  layout: Layout<Omit<Value, Constant>>,
  constant?: { readonly [Field in Constant]: Value[Field] },
): Wire<Value> {
  const fields = Object.keys(layout)
  const wires = Object.values<Wire<unknown>>(layout)
  const count = fields.length
  const blank = blankOf(fields, constant ?? {})
  return {
    about: `[${fields.map((field, index) => `${field}: ${wires[index]?.about}`).join('; ')}]`,
    write: (value) => {
      const slots = new Array<Slot>(count)
      let index = 0
      try {
        for (; index < count; index++) {
          const held = (value as Readonly<Record<string, unknown>>)[fields[index] as string]
          slots[index] = (wires[index] as Wire<unknown>).write(held)
        }
      } catch (error) {
        throw named(error, fields[index] as string)
      }
      return slots
    },
    read: (slot) => {
      if (!isList(slot) || slot.length !== count) {
        throw new WrongShape(`a list of ${count} (${fields.join(', ')})`, slot)
      }
      const value = { ...blank }
      let index = 0
      try {
        for (; index < count; index++) {
          value[fields[index] as string] = (wires[index] as Wire<unknown>).read(slot[index] as Slot)
        }
      } catch (error) {
        throw named(error, fields[index] as string)
      }
      return value as Value
    },
  }
}

/**
 * An object with all fields in their order, to be copied and filled: adding fields one by one to
 * each new object takes ten times as long. Every field holds a number and an object once, so that
 * the engine expects either.
 */
function blankOf(fields: readonly string[], constant: object): Record<string, unknown> {
  const blank: Record<string, unknown> = { ...constant }
  for (const value of [0, undefined]) for (const field of fields) blank[field] = value
  return blank
}

/** Any number of values of one kind. */
export function list<Value>(wire: Wire<Value>): Wire<readonly Value[]> {
  return {
    about: `a list of ${wire.about}`,
    write: (values) => {
      if (!Array.isArray(values)) throw new WrongShape('a list', values)
      return values.map((value: Value) => wire.write(value))
    },
    read: (slot) => {
      if (!isList(slot)) throw new WrongShape('a list', slot)
      return slot.map((item, index) => {
        try {
          return wire.read(item)
        } catch (error) {
          throw named(error, String(index))
        }
      })
    },
  }
}

/** Two values. */
export function pair<First, Second>(
  first: Wire<First>,
  second: Wire<Second>,
): Wire<readonly [First, Second]> {
  return {
    about: `[${first.about}; ${second.about}]`,
    write: (value) => [first.write(value[0]), second.write(value[1])],
    read: (slot) => {
      if (!isList(slot) || slot.length !== 2) throw new WrongShape('a list of 2', slot)
      return [first.read(slot[0] as Slot), second.read(slot[1] as Slot)]
    },
  }
}

/** An object used as a table, as a list of name and value: MessagePack maps are not used. */
export function table<Value>(
  name: Wire<string>,
  value: Wire<Value>,
): Wire<Readonly<Record<string, Value>>> {
  const entries = list(pair(name, value))
  return {
    about: `a list of [${name.about}; ${value.about}]`,
    write: (held) => {
      if (typeof held !== 'object') throw new WrongShape('a table', held)
      return entries.write(Object.entries(held))
    },
    read: (slot) => Object.fromEntries(entries.read(slot)),
  }
}

export function isList(slot: Slot): slot is readonly Slot[] {
  return Array.isArray(slot)
}
