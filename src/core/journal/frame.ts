import { crc32c } from './crc32c.ts'
import type { StoredRecord } from './record-codec.ts'

/**
 * A record in a segment, all numbers with the low byte first:
 *
 *      0  u32  CRC32C of all that follows, to the end of the body
 *      4  u32  length of the body
 *      8  u16  type, from 1 on: no header is all zeros
 *     10  u48  sequence number, from 1 on, over all segments
 *     16  u32  index of the record in its group
 *     20  u32  records in its group
 *     24       body
 *
 * A group counts only when all of its records are there, so it is read back whole or not at all.
 */
export const RECORD_HEADER = 24

/** A record as it was found: where, and whether its group is whole is not told yet. */
export interface FoundRecord extends StoredRecord {
  readonly sequence: number
  readonly index: number
  readonly count: number
  /** Offset behind the record. */
  readonly end: number
}

/** Bytes that a group needs. */
export function groupLength(records: readonly StoredRecord[]): number {
  let length = 0
  for (const record of records) length += RECORD_HEADER + record.bytes.length
  return length
}

/**
 * Lays a group out at the start of `target`, which is long enough (`groupLength`).
 *
 * @param sequence the number of its first record.
 * @returns the bytes it took.
 */
export function writeGroup(
  target: Uint8Array,
  records: readonly StoredRecord[],
  sequence: number,
): number {
  const view = new DataView(target.buffer, target.byteOffset, target.byteLength)
  let offset = 0
  for (const [index, { type, bytes }] of records.entries()) {
    const end = offset + RECORD_HEADER + bytes.length
    view.setUint32(offset + 4, bytes.length, true)
    view.setUint16(offset + 8, type, true)
    view.setUint32(offset + 10, (sequence + index) % 2 ** 32, true)
    view.setUint16(offset + 14, Math.floor((sequence + index) / 2 ** 32), true)
    view.setUint32(offset + 16, index, true)
    view.setUint32(offset + 20, records.length, true)
    target.set(bytes, offset + RECORD_HEADER)
    view.setUint32(offset, crc32c(target, offset + 4, end), true)
    offset = end
  }
  return offset
}

/** The record that stands whole at an offset; undefined when none does. */
export function readRecord(
  bytes: Uint8Array,
  view: DataView,
  offset: number,
): FoundRecord | undefined {
  if (offset + RECORD_HEADER > bytes.length) return undefined
  const end = offset + RECORD_HEADER + view.getUint32(offset + 4, true)
  const type = view.getUint16(offset + 8, true)
  const sequence = view.getUint32(offset + 10, true) + view.getUint16(offset + 14, true) * 2 ** 32
  const index = view.getUint32(offset + 16, true)
  const count = view.getUint32(offset + 20, true)
  if (type === 0 || end > bytes.length || index >= count || index >= sequence) return undefined
  if (view.getUint32(offset, true) !== crc32c(bytes, offset + 4, end)) return undefined
  return { type, bytes: bytes.subarray(offset + RECORD_HEADER, end), sequence, index, count, end }
}
