import type { Failure } from '../contracts/index.ts'
import { failure } from '../contracts/index.ts'
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
    return failed(
      failure('journal.corrupt', `${file} does not begin like a journal segment. ${MEND}`),
    )
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, SEGMENT_HEADER)
  if (view.getUint32(12, true) !== crc32c(bytes, 0, 12)) {
    return failed(failure('journal.corrupt', `the head of ${file} is damaged, offset 0. ${MEND}`))
  }
  const version = view.getUint16(4, true)
  if (version !== JOURNAL_VERSION) {
    const message =
      `${file} was written with journal version ${version}, this program reads version ` +
      `${JOURNAL_VERSION}: start it with the program that wrote it, or a newer one`
    return failed(failure('journal.version', message))
  }
  const found = view.getUint32(8, true)
  if (found !== number) {
    const message = `${file} holds segment ${found}, not ${number}: it was renamed. ${MEND}`
    return failed(failure('journal.corrupt', message))
  }
  return ok(undefined)
}

/** What to do about a journal that is damaged in its middle. */
export const MEND =
  'Nothing was changed. Restore the journal folder from a copy; or, to go on without it, move the ' +
  'folder away, start anew and take over the positions that the venue reports'
