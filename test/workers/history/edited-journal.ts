import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Book } from '../../../src/adapters/books/book.ts'
import { openGatewayBook } from '../../../src/adapters/books/book.ts'
import { segmentPath } from '../../../src/adapters/journal/segments.ts'
import type { Micros } from '../../../src/core/domain/index.ts'
import type { GatewayRecord, StoredGroup } from '../../../src/core/journal/index.ts'
import { groupsFrom, SEGMENT_HEADER, writeGroup } from '../../../src/core/journal/index.ts'

export const LENGTH = 16 * 1024

export function openBook(folder: string): Book<GatewayRecord> {
  const opened = openGatewayBook({ folder, segmentLength: LENGTH })
  if (!opened.ok) throw new Error(opened.error.message)
  onTestFinished(() => opened.value.close())
  return opened.value
}

/** Writes groups of one record each. */
export function write({ journal }: Book<GatewayRecord>, at: number, count: number): void {
  for (let index = 0; index < count; index++) {
    const record = {
      kind: 'reset',
      at: (at + index) as Micros,
      command: `a command of some length ${index}` as never,
      person: 'ann',
      cash: 1_000_000 as never,
      venueSeq: index + 1,
    } as const
    const written = journal.append([record])
    if (!written.ok) throw new Error(written.error.message)
  }
}

/** Changes the groups of a segment on the disk and makes all of their checksums right again. */
export function edit(
  folder: string,
  change: (groups: readonly StoredGroup[]) => readonly StoredGroup[],
  segment = 1,
): void {
  const path = segmentPath(join(folder, 'gateway'), segment)
  const bytes = readFileSync(path)
  const first = bytes.readUIntLE(SEGMENT_HEADER + 10, 6)
  const { groups } = groupsFrom(bytes, SEGMENT_HEADER, first)
  const edited = Buffer.alloc(bytes.length)
  bytes.copy(edited, 0, 0, SEGMENT_HEADER)
  let offset = SEGMENT_HEADER
  let sequence = first
  for (const { records } of change(groups)) {
    offset += writeGroup(edited.subarray(offset), records, sequence)
    sequence += records.length
  }
  writeFileSync(path, edited)
}

/** The same group with another byte in the body of its first record. */
export function withAnotherByte(group: StoredGroup): StoredGroup {
  const [first, ...others] = group.records
  if (first === undefined) return group
  const bytes = Uint8Array.from(first.bytes)
  bytes[bytes.length - 1]! ^= 1
  return { ...group, records: [{ ...first, bytes }, ...others] }
}
