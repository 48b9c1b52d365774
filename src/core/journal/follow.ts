import type { Failure } from '../contracts/index.ts'
import type { Result } from '../domain/index.ts'
import { ok } from '../domain/index.ts'
import type { FoundRecord } from './frame.ts'
import { readRecord } from './frame.ts'
import type { RecordCodec } from './record-codec.ts'
import { readGroup } from './recovery.ts'

/** Records of a segment, and where the next group will stand. */
export interface Followed<JournalRecord> {
  readonly records: readonly JournalRecord[]
  readonly offset: number
}

/**
 * Reads on in a segment whose owner may be writing it: every group that is whole by now. What
 * follows the first one that is not is left for another time, and judged by the owner alone.
 *
 * @param from where a group stands, or will.
 */
export function readOn<JournalRecord>(
  codec: RecordCodec<JournalRecord>,
  bytes: Uint8Array,
  from: number,
): Result<Followed<JournalRecord>, Failure> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const records: JournalRecord[] = []
  let offset = from
  for (;;) {
    const first = readRecord(bytes, view, offset)
    const group = first && readGroup(bytes, view, offset, first.sequence)
    if (group === undefined) return ok({ records, offset })
    for (const { type, bytes: body } of group) {
      const decoded = codec.decode(type, body)
      if (!decoded.ok) return decoded
      records.push(decoded.value)
    }
    offset = (group.at(-1) as FoundRecord).end
  }
}

/** A whole group as it stands in a segment. */
export interface StoredGroup {
  readonly records: readonly FoundRecord[]
  /** The number of its last record. */
  readonly last: number
  /** All of it, heads and checksums too: a view of what was read. */
  readonly bytes: Uint8Array
}

/**
 * The whole groups from an offset on, without a look at what their records say, as long as their
 * numbers go on.
 *
 * @param sequence the number that the first record has to have.
 * @returns the groups, and where the next one would stand.
 */
export function groupsFrom(
  bytes: Uint8Array,
  from: number,
  sequence: number,
): { readonly groups: readonly StoredGroup[]; readonly offset: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const groups: StoredGroup[] = []
  let offset = from
  let next = sequence
  for (;;) {
    const records = readGroup(bytes, view, offset, next)
    const end = records?.at(-1)?.end
    if (records === undefined || end === undefined) return { groups, offset }
    next += records.length
    groups.push({ records, last: next - 1, bytes: bytes.subarray(offset, end) })
    offset = end
  }
}
