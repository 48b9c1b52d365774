import { Packr, RESERVE_START_SPACE } from 'msgpackr'
import { explained } from './index.ts'
import type { Bodies } from './wire/body.ts'
import type { UnreadFailure } from './wire/prefix.ts'
import { PREFIX_LENGTH, writePrefix } from './wire/prefix.ts'
import { isPlainMessagePack } from './wire/scan.ts'
import type { Slot } from './wire/shape.ts'
import { named, WrongShape } from './wire/shape.ts'

/** No records, no extensions: any MessagePack library reads it. Integers of 64 bits are doubles. */
const packr = new Packr({ useRecords: false, int64AsType: 'number' })
const ROOM = RESERVE_START_SPACE + PREFIX_LENGTH
const READ = { start: PREFIX_LENGTH, end: 0 }

/**
 * Short messages are copied here before they are unpacked: the unpacker makes a view of each
 * array that it has not seen before, which takes longer than the copy.
 */
const SHORT = new Uint8Array(4096)

/** The prefix and behind it the slots. The bytes are the caller's: nothing writes to them again. */
export function pack(number: number, epoch: number, slots: Slot): Uint8Array {
  const bytes = packr.pack(slots, ROOM) as Uint8Array
  writePrefix(bytes, number, epoch)
  return bytes
}

/** @throws WrongShape or what the unpacker throws; `shapeFailure` makes words of either. */
export function unpack(bytes: Uint8Array): Slot {
  if (!isPlainMessagePack(bytes, PREFIX_LENGTH)) {
    throw new WrongShape('one whole list of plain values', `${bytes.length} bytes that are not`)
  }
  READ.end = bytes.length
  if (bytes.length > SHORT.length) return packr.unpack(bytes, READ) as Slot
  SHORT.set(bytes)
  return packr.unpack(SHORT, READ) as Slot
}

export function shapeFailure(error: unknown): UnreadFailure {
  if (error instanceof WrongShape) return { code: 'codec.shape', message: error.message }
  const said = error instanceof Error ? error.message : String(error)
  return explained('codec.shape/unreadable', { said })
}

/** A message of a group whose prefix and body say everything: a command, a report, a record. */
export function encodeBody<Message extends { readonly kind: string }>(
  group: Bodies<Message>,
  message: Message,
  epoch: number,
): Uint8Array {
  const member = group.of(message)
  try {
    return pack(member.number, epoch, member.write(message))
  } catch (error) {
    throw named(error, member.kind)
  }
}

/** The message of a number of the group; undefined when the group does not have that number. */
export function decodeBody<Message extends { readonly kind: string }>(
  group: Bodies<Message>,
  number: number,
  slots: Slot,
): Message | undefined {
  const member = group.numbered(number)
  if (member === undefined) return undefined
  try {
    return member.read(slots)
  } catch (error) {
    throw named(error, member.kind)
  }
}
