import type { Slot, Wire } from './shape.ts'
import { named, WrongShape } from './shape.ts'
import type { Layout } from './tuple.ts'
import { isList, tuple } from './tuple.ts'

/** One kind of message: its number in the prefix (1–255, never used twice) and its layout. */
export interface Body<Message> extends Wire<Message> {
  readonly kind: string
  readonly number: number
  /** Its fields in the order in which they travel. */
  readonly fields: readonly { readonly name: string; readonly about: string }[]
}

interface Kind {
  readonly kind: string
}

export function body<Message extends Kind>(
  kind: Message['kind'],
  number: number,
  layout: Layout<Omit<Message, 'kind'>>,
): Body<Message> {
  const wire = tuple<Message, 'kind'>(layout, { kind })
  const fields = Object.entries<Wire<unknown>>(layout)
  return { kind, number, fields: fields.map(([name, { about }]) => ({ name, about })), ...wire }
}

/** All kinds of one group of messages, found by name when writing and by number when reading. */
export interface Bodies<Message extends Kind> {
  of(message: Message): Body<Message>
  numbered(number: number): Body<Message> | undefined
  /** By number. */
  readonly all: readonly Body<Message>[]
}

export function bodies<Message extends Kind>(members: {
  readonly [Name in Message['kind']]: Body<Extract<Message, { readonly kind: Name }>>
}): Bodies<Message> {
  const byKind = new Map<string, Body<Message>>()
  const byNumber: (Body<Message> | undefined)[] = Array.from({ length: 256 })
  for (const member of Object.values<Body<Message>>(members)) {
    if (byNumber[member.number] !== undefined) throw new Error(`number ${member.number} is taken`)
    byKind.set(member.kind, member)
    byNumber[member.number] = member
  }
  return {
    of: (message) => {
      const found = byKind.get(message.kind)
      if (found === undefined) throw new WrongShape('a kind with a layout', message.kind)
      return found
    },
    numbered: (number) => byNumber[number],
    all: byNumber.filter((member) => member !== undefined),
  }
}

/** A message inside another one: its kind's number, then its fields. */
export function inner<Message extends Kind>(group: Bodies<Message>): Wire<Message> {
  return {
    about: '[number of its kind; its fields]',
    write: (message) => {
      const member = group.of(message)
      return [member.number, member.write(message)]
    },
    read: (slot) => {
      if (!isList(slot) || slot.length !== 2) throw new WrongShape('a kind and its fields', slot)
      const member = typeof slot[0] === 'number' ? group.numbered(slot[0]) : undefined
      if (member === undefined) throw new WrongShape('a known kind', slot[0])
      try {
        return member.read(slot[1] as Slot)
      } catch (error) {
        throw named(error, member.kind)
      }
    },
  }
}
