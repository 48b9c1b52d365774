import { readFileSync, realpathSync } from 'node:fs'
import type { Failure } from '../../core/contracts/index.ts'
import { explained } from '../../core/contracts/index.ts'
import type { Result } from '../../core/domain/index.ts'
import { failed, ok } from '../../core/domain/index.ts'
import type { RecordCodec, Recovery } from '../../core/journal/index.ts'
import { createJournalReader, SEGMENT_LENGTH } from '../../core/journal/index.ts'
import type { Journal, Recovered } from '../../core/ports/index.ts'
import type { Disk } from './disk.ts'
import { DISK } from './disk.ts'
import { diskFailure } from './failures.ts'
import { createFileJournal } from './file-journal.ts'
import { clearSegment, listSegments, makeFolder, segmentPath } from './segments.ts'

export interface FileJournalOptions<JournalRecord> {
  readonly codec: RecordCodec<JournalRecord>
  /** Bytes of a segment, 4 MiB unless said otherwise; a larger group gets a larger segment. */
  readonly segmentLength?: number
  /** The operating system's, unless a test wants one that fails. */
  readonly disk?: Disk
}

export interface OpenedJournal<JournalRecord> {
  readonly journal: Journal<JournalRecord>
  readonly recovered: Recovered<JournalRecord>
}

/** Folders that this process has open: a second opener would write over the first one's records. */
const OPEN = new Set<string>()

/**
 * Opens the journal in a folder, making it if there is none, and reads back what it holds. A torn
 * tail is cut and told as a warning. Refused, with nothing changed: a journal that is damaged in
 * its middle, is newer than this program, or is open already.
 */
export function openJournal<JournalRecord>(
  folder: string,
  options: FileJournalOptions<JournalRecord>,
): Result<OpenedJournal<JournalRecord>, Failure> {
  const { codec, segmentLength = SEGMENT_LENGTH, disk = DISK } = options
  let real: string
  try {
    makeFolder(folder)
    real = realpathSync(folder)
  } catch (error) {
    return failed(diskFailure('journal.open', 'opened', folder, error))
  }
  if (OPEN.has(real)) {
    return failed(explained('journal.open/already', { folder }))
  }
  try {
    const segments = listSegments(real)
    const read = readSegments(real, segments, codec)
    if (!read.ok) return read
    const { records, warnings, next, sequence } = read.value
    const journal = createFileJournal({
      folder: real,
      codec,
      segmentLength,
      disk,
      next,
      sequence,
      highest: segments.at(-1) ?? next.segment,
      released: () => OPEN.delete(real),
    })
    OPEN.add(real)
    return ok({ journal, recovered: { records, warnings } })
  } catch (error) {
    return failed(diskFailure('journal.open', 'opened', folder, error))
  }
}

/** Reads all segments and, once all of them proved sound, clears what a broken write left. */
function readSegments<JournalRecord>(
  folder: string,
  segments: readonly number[],
  codec: RecordCodec<JournalRecord>,
): Result<Recovery<JournalRecord>, Failure> {
  const reader = createJournalReader(codec)
  const lengths = new Map<number, number>()
  for (const segment of segments) {
    const path = segmentPath(folder, segment)
    const bytes = readFileSync(path)
    lengths.set(segment, bytes.length)
    const added = reader.add(path, segment, bytes)
    if (!added.ok) return added
  }
  const recovery = reader.finish()
  for (const { segment, offset } of recovery.stray) {
    clearSegment(folder, segment, offset, lengths.get(segment) ?? offset)
  }
  return ok(recovery)
}
