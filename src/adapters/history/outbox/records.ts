import { closeSync, openSync, readSync } from 'node:fs'
import type { FoundRecord } from '../../../core/journal/index.ts'
import { RECORD_HEADER, readRecord } from '../../../core/journal/index.ts'

/** Whole records from the start of the bytes on, numbered without a gap. */
export function wholeRecords(
  bytes: Buffer,
  sequence: number,
  most: number,
): readonly FoundRecord[] {
  const view = viewOf(bytes)
  const records: FoundRecord[] = []
  let offset = 0
  while (records.length < most) {
    const found = readRecord(bytes, view, offset)
    if (found === undefined || found.sequence !== sequence + records.length) break
    records.push(found)
    offset = found.end
  }
  return records
}

/** The next whole record of a higher number: what lies before it was damaged. */
export function laterRecord(
  bytes: Buffer,
  from: number,
  sequence: number,
): { readonly offset: number; readonly sequence: number } | undefined {
  const view = viewOf(bytes)
  for (let offset = from; offset + RECORD_HEADER <= bytes.length; offset++) {
    if (!mayBeRecord(bytes, offset)) continue
    const found = readRecord(bytes, view, offset)
    if (found !== undefined && found.sequence > sequence) {
      return { offset, sequence: found.sequence }
    }
  }
  return undefined
}

/** Cheap test before a checksum is taken: a length below 16 MB, and the type of a table. */
function mayBeRecord(bytes: Buffer, offset: number): boolean {
  return bytes[offset + 7] === 0 && bytes[offset + 8] !== 0 && bytes[offset + 9] === 0
}

/** Fewer bytes than asked for where the file ends before. */
export function readBytes(file: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(Math.max(0, length))
  let done = 0
  while (done < bytes.length) {
    const read = readSync(file, bytes, done, bytes.length - done, position + done)
    if (read === 0) break
    done += read
  }
  return bytes.subarray(0, done)
}

/** The first bytes of a file. */
export function readStart(path: string, length: number): Buffer {
  const file = openSync(path, 'r')
  try {
    return readBytes(file, 0, length)
  } finally {
    closeSync(file)
  }
}

function viewOf(bytes: Buffer): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
