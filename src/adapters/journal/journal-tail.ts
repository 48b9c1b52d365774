import { existsSync, readFileSync } from 'node:fs'
import type { Failure } from '../../core/contracts/index.ts'
import type { Result } from '../../core/domain/index.ts'
import { failed, ok } from '../../core/domain/index.ts'
import type { Place, RecordCodec } from '../../core/journal/index.ts'
import { SEGMENT_HEADER, checkSegmentHeader, readOn } from '../../core/journal/index.ts'
import { diskFailure } from './failures.ts'
import { foundSegments, segmentPath } from './segments.ts'

/** What is read of a journal at first: its last segments that hold something. */
const FIRST_SEGMENTS = 2

/** Reads what another process keeps, from its last segments on, and changes nothing of it. */
export class JournalTail<JournalRecord> {
  readonly #folder: string
  readonly #codec: RecordCodec<JournalRecord>
  #next: Place | undefined

  constructor(folder: string, codec: RecordCodec<JournalRecord>) {
    this.#folder = folder
    this.#codec = codec
  }

  /** What was written since the last look, as far as it is whole; at first the last segments. */
  look(): Result<readonly JournalRecord[], Failure> {
    const records: JournalRecord[] = []
    if (!existsSync(this.#folder)) return ok(records)
    try {
      const next = this.#next ?? this.#first()
      if (next === undefined) return ok(records)
      for (const { segment, path, bytes } of this.#read(next.segment)) {
        const checked = checkSegmentHeader(path, bytes, segment)
        if (!checked.ok) return checked
        const from = segment === next.segment ? next.offset : SEGMENT_HEADER
        const found = readOn(this.#codec, bytes, from)
        if (!found.ok) return found
        const { offset } = found.value
        // A segment that was made ahead is begun once something is in it.
        if (segment === next.segment || offset > from) this.#next = { segment, offset }
        for (const record of found.value.records) records.push(record)
      }
      return ok(records)
    } catch (error) {
      return failed(diskFailure('journal.open', 'read', this.#folder, error))
    }
  }

  /** Newest first: where one has something in it, those before it are complete by then. */
  #read(from: number) {
    const segments = foundSegments(this.#folder).filter((segment) => segment >= from)
    const read = segments.toReversed().map((segment) => {
      const path = segmentPath(this.#folder, segment)
      return { segment, path, bytes: readFileSync(path) }
    })
    return read.reverse()
  }

  /** The last segment may be one that was made ahead, and holds nothing. */
  #first(): Place | undefined {
    const segment = foundSegments(this.#folder).at(-1 - FIRST_SEGMENTS)
    const first = segment ?? foundSegments(this.#folder)[0]
    return first === undefined ? undefined : { segment: first, offset: SEGMENT_HEADER }
  }
}
