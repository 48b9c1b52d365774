import { PREFIX_LENGTH, writePrefix } from './wire/prefix.ts'
import { bigEndian, endOfValue, isPlainMessagePack } from './wire/scan.ts'

/** Bytes of one part, about: a window reads it within a few milliseconds. */
const PART_BYTES = 128 * 1024
const ANSWER_OF_HISTORY = 209
const ANSWER_FOR_WINDOW = 204
/** Prefix, a list of three, the request, whether there is more, a list of three. */
const HEAD = PREFIX_LENGTH + 1 + 9 + 1 + 1
/** The head of a list of any length. */
const LIST = 5

/** What history answered, as it came. */
export interface OpenedAnswer {
  /** Number of the question. */
  readonly id: number
  /**
   * The same as frames for a window, each of so many rows that nobody is kept long by it. Made one
   * by one, whenever the next is asked for.
   */
  readonly parts: (request: number, life: number) => Generator<Uint8Array, undefined>
}

/**
 * Opens a frame of history's that holds an answer, without reading the answer: whoever only hands
 * it on need not spend the time, and only finds where its rows begin and end.
 *
 * @returns undefined for what is no answer.
 */
export function openAnswer(frame: Uint8Array): OpenedAnswer | undefined {
  if (frame[0] !== ANSWER_OF_HISTORY || !isPlainMessagePack(frame, PREFIX_LENGTH)) return undefined
  if (frame[PREFIX_LENGTH] !== 0x92) return undefined
  const afterId = endOfValue(frame, PREFIX_LENGTH + 1)
  const id = naturalAt(frame, PREFIX_LENGTH + 1)
  if (id === undefined || frame[afterId] !== 0x93) return undefined
  const columns = afterId + 1
  const rows = endOfValue(frame, columns)
  const count = lengthAt(frame, rows)
  if (lengthAt(frame, columns) === undefined || count === undefined) return undefined
  const capped = endOfValue(frame, rows)
  const body = { frame, columns: frame.subarray(columns, rows), capped: frame[capped] as number }
  const first = rows + headLength(frame, rows)
  return { id, parts: (request, life) => partsOf(body, first, count, request, life) }
}

interface Body {
  readonly frame: Uint8Array
  readonly columns: Uint8Array
  readonly capped: number
}

function* partsOf(
  body: Body,
  first: number,
  count: number,
  request: number,
  life: number,
): Generator<Uint8Array, undefined> {
  let [from, left] = [first, count]
  do {
    let [until, rows] = [from, 0]
    while (rows < left && until - from < PART_BYTES) {
      until = endOfValue(body.frame, until)
      rows++
    }
    left -= rows
    yield part(body, from, until, rows, left > 0, request, life)
    from = until
  } while (left > 0)
}

function part(
  { frame, columns, capped }: Body,
  from: number,
  until: number,
  rows: number,
  more: boolean,
  request: number,
  life: number,
): Uint8Array {
  const bytes = new Uint8Array(HEAD + columns.length + LIST + until - from + 1)
  const view = new DataView(bytes.buffer)
  writePrefix(bytes, ANSWER_FOR_WINDOW, life)
  let at = PREFIX_LENGTH
  bytes[at++] = 0x93
  bytes[at++] = 0xcf
  view.setBigUint64(at, BigInt(request))
  at += 8
  bytes[at++] = more ? 0xc3 : 0xc2
  bytes[at++] = 0x93
  bytes.set(columns, at)
  at += columns.length
  bytes[at] = 0xdd
  view.setUint32(at + 1, rows)
  at += LIST
  bytes.set(frame.subarray(from, until), at)
  bytes[bytes.length - 1] = capped
  return bytes
}

/** Of the list that begins there; undefined where none does. */
function lengthAt(bytes: Uint8Array, at: number): number | undefined {
  const token = bytes[at] ?? 0
  if (token >= 0x90 && token < 0xa0) return token - 0x90
  if (token === 0xdc) return bigEndian(bytes, at + 1, 2)
  return token === 0xdd ? bigEndian(bytes, at + 1, 4) : undefined
}

function headLength(bytes: Uint8Array, at: number): number {
  const token = bytes[at] ?? 0
  return token === 0xdc ? 3 : token === 0xdd ? 5 : 1
}

function naturalAt(bytes: Uint8Array, at: number): number | undefined {
  const token = bytes[at] ?? 0
  if (token < 0x80) return token
  if (token >= 0xcc && token <= 0xcf) return bigEndian(bytes, at + 1, 1 << (token - 0xcc))
  // Whole numbers beyond 32 bits may travel as doubles.
  if (token !== 0xcb) return undefined
  return new DataView(bytes.buffer, bytes.byteOffset).getFloat64(at + 1)
}
