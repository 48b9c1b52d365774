import { RECORD_HEADER, readRecord } from './frame.ts'

/** Offset of the first byte from `start` on that is not zero. */
export function firstNonZero(bytes: Uint8Array, start: number): number | undefined {
  for (let offset = start; offset < bytes.length; offset++) {
    if (bytes[offset] !== 0) return offset
  }
  return undefined
}

/** Sequence numbers further ahead than this are no records but chance. */
const FURTHEST = 2 ** 31

/**
 * Whether a whole record of a group behind the one that begins with `sequence` stands anywhere
 * from `start` on. Every offset is tried, since the lengths before it cannot be trusted.
 */
export function holdsLaterGroup(
  bytes: Uint8Array,
  view: DataView,
  start: number,
  sequence: number,
): boolean {
  for (let offset = start; offset + RECORD_HEADER <= bytes.length; offset++) {
    if (!mayBeRecord(view, offset, sequence)) continue
    const found = readRecord(bytes, view, offset)
    if (found !== undefined && found.sequence - found.index > sequence) return true
  }
  return false
}

/** Cheap tests first: the checksum is taken of what passes them. */
function mayBeRecord(view: DataView, offset: number, sequence: number): boolean {
  const count = view.getUint32(offset + 20, true)
  if (count === 0 || view.getUint32(offset + 16, true) >= count) return false
  const found = view.getUint32(offset + 10, true) + view.getUint16(offset + 14, true) * 2 ** 32
  return found > sequence && found < sequence + FURTHEST
}
