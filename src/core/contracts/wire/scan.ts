/**
 * Tells whether bytes are exactly one MessagePack value made of nil, booleans, numbers, texts and
 * lists, whole and with nothing behind it. Maps, binaries and extensions are refused here, so
 * that the unpacker never runs the code it has for them on bytes from outside.
 *
 * Format: MessagePack specification, https://github.com/msgpack/msgpack/blob/master/spec.md
 */
export function isPlainMessagePack(bytes: Uint8Array, start: number): boolean {
  return endOfValue(bytes, start) === bytes.length
}

/** Where the plain value that starts there ends; −1 where it is none, or not whole. */
export function endOfValue(bytes: Uint8Array, start: number): number {
  const end = bytes.length
  let position = start
  let open = 1
  while (open > 0) {
    if (position >= end) return -1
    const token = bytes[position++] as number
    open--
    if (token < 0x80 || token >= 0xe0) continue
    if (token < 0xa0) {
      if (token < 0x90) return -1
      open += token - 0x90
    } else if (token < 0xc0) {
      position += token - 0xa0
    } else {
      const width = WIDTHS[token - 0xc0] as number
      if (width < 0) return -1
      if (token < 0xd9) {
        position += width
      } else {
        const length = bigEndian(bytes, position, width)
        position += width
        if (token < 0xdc) position += length
        else open += length
      }
    }
    // Every value that is still open needs a byte at least.
    if (position + open > end) return -1
  }
  return position
}

/** Bytes behind the tokens 0xc0–0xdf: of the number, or of a length. −1: refused. */
const WIDTHS: readonly number[] = [
  0, -1, 0, 0, -1, -1, -1, -1, -1, -1, 4, 8, 1, 2, 4, 8, 1, 2, 4, 8, -1, -1, -1, -1, -1, 1, 2, 4, 2,
  4, -1, -1,
]

export function bigEndian(bytes: Uint8Array, position: number, width: number): number {
  let value = 0
  for (let i = 0; i < width; i++) value = value * 256 + (bytes[position + i] ?? 0)
  return value
}
