import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { crc32c } from '../../../core/journal/index.ts'
import { LAYOUT } from './row-codec.ts'

/** A place between two rows: segment, offset in it, and the number of the row that is next. */
export interface Place {
  readonly segment: number
  readonly offset: number
  readonly sequence: number
}

/**
 * The head of a segment, all numbers with the low byte first: `GHTO`, u16 version, u16 zero, u32
 * number of the segment, u32 layout of the rows, f64 number of its first row, u32 CRC32C of all
 * that. Records follow, framed as those of a journal are.
 */
export const OUTBOX_HEADER = 28
const VERSION = 1
const MAGIC = 'GHTO'

export function outboxHeader(segment: number, sequence: number): Buffer {
  const bytes = Buffer.alloc(OUTBOX_HEADER)
  bytes.write(MAGIC, 0, 'latin1')
  bytes.writeUInt16LE(VERSION, 4)
  bytes.writeUInt32LE(segment, 8)
  bytes.writeUInt32LE(LAYOUT, 12)
  bytes.writeDoubleLE(sequence, 16)
  bytes.writeUInt32LE(crc32c(bytes, 0, 24), 24)
  return bytes
}

/** Why a segment cannot be read. */
export type HeaderFault = 'foreign' | 'damaged' | 'version' | 'renamed'

/** The number of the first row of a segment, or why it cannot be read. */
export function readHeader(bytes: Buffer, segment: number): number | HeaderFault {
  if (bytes.length < OUTBOX_HEADER || bytes.toString('latin1', 0, 4) !== MAGIC) {
    return 'foreign'
  }
  if (bytes.readUInt32LE(24) !== crc32c(bytes, 0, 24)) return 'damaged'
  if (bytes.readUInt16LE(4) !== VERSION || bytes.readUInt32LE(12) !== LAYOUT) {
    return 'version'
  }
  if (bytes.readUInt32LE(8) !== segment) return 'renamed'
  return bytes.readDoubleLE(16)
}

const NAME = /^outbox-(\d{6,12})\.ghto$/

export function outboxPath(folder: string, segment: number): string {
  return join(folder, `outbox-${String(segment).padStart(6, '0')}.ghto`)
}

/** Numbers of the segments, ascending. */
export function listOutbox(folder: string): readonly number[] {
  return readdirSync(folder)
    .flatMap((name) => {
      const number = NAME.exec(name)?.[1]
      return number === undefined ? [] : [Number(number)]
    })
    .sort((a, b) => a - b)
}
