import type { Failure } from '../contracts/index.ts'
import { explained } from '../contracts/index.ts'
import type { Result } from '../domain/index.ts'
import { failed, ok } from '../domain/index.ts'
import { crc32c } from './crc32c.ts'

/** The framing of this program. Readers refuse a newer one. */
export const JOURNAL_VERSION = 1

/**
 * The head of a segment: `GHTJ`, u16 version, u16 zero, u32 number of the segment from 1 on, u32
 * CRC32C of those twelve bytes; all numbers with the low byte first. Records follow, then zeros.
 */
export const SEGMENT_HEADER = 16

/** Length of a segment unless said otherwise: some ten thousand orders. */
export const SEGMENT_LENGTH = 4 * 1024 * 1024

const MAGIC = [0x47, 0x48, 0x54, 0x4a]

export function segmentHeader(number: number): Uint8Array {
  const bytes = new Uint8Array(SEGMENT_HEADER)
  const view = new DataView(bytes.buffer)
  bytes.set(MAGIC)
  view.setUint16(4, JOURNAL_VERSION, true)
  view.setUint32(8, number, true)
  view.setUint32(12, crc32c(bytes, 0, 12), true)
  return bytes
}

/** Nothing to tell when the bytes begin like segment `number`; else why they cannot be read. */
export function checkSegmentHeader(
  file: string,
  bytes: Uint8Array,
  number: number,
): Result<void, Failure> {
  if (bytes.length < SEGMENT_HEADER || MAGIC.some((byte, index) => bytes[index] !== byte)) {
    return failed(explained('journal.corrupt/no-segment', { file }))
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, SEGMENT_HEADER)
  if (view.getUint32(12, true) !== crc32c(bytes, 0, 12)) {
    return failed(explained('journal.corrupt/head', { file }))
  }
  const version = view.getUint16(4, true)
  if (version !== JOURNAL_VERSION) {
    const values = { file, found: version, wanted: JOURNAL_VERSION }
    return failed(explained('journal.version/other', values))
  }
  const found = view.getUint32(8, true)
  if (found !== number) {
    return failed(explained('journal.corrupt/renamed', { file, found, wanted: number }))
  }
  return ok(undefined)
}
