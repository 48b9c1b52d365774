import type { Failure } from '../contracts/index.ts'
import { explained } from '../contracts/index.ts'
import type { UnreadFailure } from '../contracts/wire/prefix.ts'
import type { Result } from '../domain/index.ts'
import { failed, ok } from '../domain/index.ts'
import type { FoundRecord } from './frame.ts'
import { readRecord } from './frame.ts'
import type { RecordCodec } from './record-codec.ts'
import { firstNonZero, holdsLaterGroup } from './scan.ts'
import { checkSegmentHeader, SEGMENT_HEADER } from './segment.ts'

/** A place in a journal: the number of a segment and an offset in it. */
export interface Place {
  readonly segment: number
  readonly offset: number
}

/** What the segments held, once all were added. */
export interface Recovery<JournalRecord> {
  readonly records: readonly JournalRecord[]
  readonly warnings: readonly Failure[]
  /** Where the next group goes, and the number of its first record. */
  readonly next: Place
  readonly sequence: number
  /** Places from which on a segment must be zeroed before anything is appended. */
  readonly stray: readonly Place[]
}

/** Reads a journal back, one segment after the other, in the order of their numbers. */
export interface JournalReader<JournalRecord> {
  /** A failure means that the journal is damaged in its middle and must not be gone on with. */
  add(file: string, segment: number, bytes: Uint8Array): Result<void, Failure>
  finish(): Recovery<JournalRecord>
}

interface Stop extends Place {
  readonly file: string
}

/**
 * Stops at the first group that is not whole. What lies behind it decides: nothing but zeros is a
 * good end; pieces of that one group are a torn tail, cut and reported, since groups are written
 * one after the other and only the last can be unfinished; a record of any later group means that
 * a finished one was damaged, which is an error.
 */
export function createJournalReader<JournalRecord>(
  codec: RecordCodec<JournalRecord>,
): JournalReader<JournalRecord> {
  const records: JournalRecord[] = []
  const warnings: Failure[] = []
  const stray: Place[] = []
  let sequence = 1
  let last = 0
  let next: Place = { segment: 1, offset: SEGMENT_HEADER }
  let torn: Stop | undefined

  const decode = (file: string, offset: number, group: readonly FoundRecord[]) => {
    for (const found of group) {
      const decoded = codec.decode(found.type, found.bytes)
      if (!decoded.ok) return failed(undecodable(file, offset, found.sequence, decoded.error))
      records.push(decoded.value)
    }
    return ok(undefined)
  }

  const read = (file: string, segment: number, bytes: Uint8Array): Result<void, Failure> => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    let offset = SEGMENT_HEADER
    for (;;) {
      const group = readGroup(bytes, view, offset, sequence)
      if (group === undefined) break
      const decoded = decode(file, offset, group)
      if (!decoded.ok) return decoded
      offset = (group.at(-1) as FoundRecord).end
      sequence += group.length
      next = { segment, offset }
      if (torn !== undefined) {
        warnings.push(strayBytes(torn))
        torn = undefined
      }
    }
    if (firstNonZero(bytes, offset) === undefined) return ok(undefined)
    const stop = torn ?? { file, segment, offset }
    if (holdsLaterGroup(bytes, view, offset, sequence)) {
      return failed(damaged(stop, sequence))
    }
    torn = stop
    stray.push({ segment, offset })
    return ok(undefined)
  }

  return {
    add: (file, segment, bytes) => {
      const checked = checkSegmentHeader(file, bytes, segment)
      if (!checked.ok) return checked
      if (segment !== last + 1) return failed(missing(file, last + 1))
      last = segment
      return read(file, segment, bytes)
    },
    finish: () => {
      if (torn !== undefined) warnings.push(cutOff(torn, records.length))
      return { records, warnings, next, sequence, stray }
    },
  }
}

/** The whole group that begins with record `sequence`, or undefined. */
export function readGroup(
  bytes: Uint8Array,
  view: DataView,
  start: number,
  sequence: number,
): readonly FoundRecord[] | undefined {
  const group: FoundRecord[] = []
  let offset = start
  for (;;) {
    const found = readRecord(bytes, view, offset)
    const index = group.length
    if (found?.sequence !== sequence + index || found.index !== index) return undefined
    if (found.count !== (group[0] ?? found).count) return undefined
    group.push(found)
    if (group.length === found.count) return group
    offset = found.end
  }
}

function undecodable(file: string, offset: number, record: number, cause: UnreadFailure): Failure {
  return explained(`${cause.code}/record`, { file, offset, record, fault: cause.message })
}

function missing(file: string, segment: number): Failure {
  return explained('journal.corrupt/missing', { segment, file })
}

function damaged({ file, offset }: Stop, sequence: number): Failure {
  return explained('journal.corrupt/middle', { file, offset, record: sequence })
}

function cutOff({ file, offset }: Stop, kept: number): Failure {
  return explained('journal.torn/end', { file, offset, kept })
}

function strayBytes({ file, offset }: Stop): Failure {
  return explained('journal.torn/stray', { file, offset })
}
