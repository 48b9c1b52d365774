import { setImmediate } from 'node:timers'
import type { Failure } from '../../core/contracts/index.ts'
import { explained } from '../../core/contracts/index.ts'
import { failed, ok } from '../../core/domain/index.ts'
import type { Place, RecordCodec, StoredRecord } from '../../core/journal/index.ts'
import { groupLength, SEGMENT_HEADER, writeGroup } from '../../core/journal/index.ts'
import type { Journal } from '../../core/ports/index.ts'
import type { Disk } from './disk.ts'
import { diskFailure } from './failures.ts'
import { openSegment } from './open-segment.ts'
import type { Preparation } from './preparation.ts'
import { prepareSegment } from './preparation.ts'
import { segmentPath } from './segments.ts'

export interface FileJournalState<JournalRecord> {
  readonly folder: string
  readonly codec: RecordCodec<JournalRecord>
  readonly segmentLength: number
  readonly disk: Disk
  /** Where the next group goes, and the number of its first record. */
  readonly next: Place
  readonly sequence: number
  /** The highest segment that exists. */
  readonly highest: number
  /** Called once, when the journal is closed. */
  readonly released: () => void
}

/**
 * Appends to segments that were written with zeros ahead, one durable write a group. After a
 * failed write it refuses everything until it is opened anew: what is on the disk then is not
 * known for sure, and only reading it again tells.
 *
 * @throws what the disk throws when the segment to go on with cannot be opened.
 */
export function createFileJournal<JournalRecord>(
  state: FileJournalState<JournalRecord>,
): Journal<JournalRecord> {
  const { folder, codec, segmentLength, disk } = state
  let segment = openSegment(folder, state.next.segment, segmentLength, disk)
  let { offset } = state.next
  let { sequence, highest } = state
  let preparation: Preparation | undefined
  let refusal: Failure | undefined
  let closed = false
  let group = new Uint8Array(4096)
  const encoded = new Map<JournalRecord, StoredRecord>()

  const wantsNext = (): boolean =>
    !closed && highest === segment.number && preparation?.segment !== segment.number + 1

  const prepare = (): void => {
    if (!wantsNext()) return
    preparation = prepareSegment(folder, segment.number + 1, segmentLength)
  }

  const enterNext = (length: number): void => {
    preparation?.abandon()
    const number = segment.number + 1
    const following = openSegment(
      folder,
      number,
      Math.max(segmentLength, SEGMENT_HEADER + length),
      disk,
    )
    segment.close()
    segment = following
    highest = Math.max(highest, number)
    offset = SEGMENT_HEADER
  }

  const refuse = (path: string, error: unknown, erased: boolean) => {
    const told = diskFailure('journal.write', 'written', path, error)
    refusal = erased ? told : explained('journal.write/left', { fault: told.message })
    return failed(refusal)
  }

  const write = (stored: readonly StoredRecord[], length: number) => {
    if (offset + length > segment.capacity) {
      try {
        enterNext(length)
      } catch (error) {
        return refuse(segmentPath(folder, segment.number + 1), error, true)
      }
    }
    if (group.length < length) group = new Uint8Array(2 * length)
    writeGroup(group, stored, sequence)
    try {
      segment.write(group, length, offset)
    } catch (error) {
      return refuse(segment.path, error, segment.erase(offset, length))
    }
    offset += length
    sequence += stored.length
    if (offset > segment.capacity / 2 && wantsNext()) setImmediate(prepare)
    return APPENDED
  }

  return {
    append: (records) => {
      if (refusal !== undefined) return failed(refusal)
      if (records.length === 0) return APPENDED
      const stored = records.map((record) => encoded.get(record) ?? codec.encode(record))
      encoded.clear()
      return write(stored, groupLength(stored))
    },
    prepare: (records) => {
      if (refusal !== undefined) return
      for (const record of records) {
        if (!encoded.has(record)) encoded.set(record, codec.encode(record))
      }
    },
    close: () => {
      if (closed) return
      closed = true
      refusal ??= explained('journal.write/closed', { folder })
      preparation?.abandon()
      segment.close()
      state.released()
    },
  }
}

const APPENDED = ok(undefined)
