import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { failure } from '../../../src/core/contracts/index.ts'
import { failed } from '../../../src/core/domain/index.ts'
import {
  crc32c,
  createJournalReader,
  groupLength,
  SEGMENT_HEADER,
  segmentHeader,
  writeGroup,
} from '../../../src/core/journal/index.ts'
import { told } from '../contracts/told.ts'
import { TEXT_CODEC } from './text-codec.ts'

const LENGTH = 512

interface Written {
  readonly bytes: Uint8Array
  /** Offset behind each group. */
  readonly ends: readonly number[]
}

/** A segment of groups that are numbered from `sequence` on. */
function segment(number: number, groups: readonly (readonly string[])[], sequence = 1): Written {
  const bytes = new Uint8Array(LENGTH)
  bytes.set(segmentHeader(number))
  const ends: number[] = []
  let offset = SEGMENT_HEADER
  let next = sequence
  for (const group of groups) {
    const stored = group.map((text) => TEXT_CODEC.encode(text))
    offset += writeGroup(bytes.subarray(offset, offset + groupLength(stored)), stored, next)
    next += group.length
    ends.push(offset)
  }
  return { bytes, ends }
}

function read(...segments: readonly Uint8Array[]) {
  const reader = createJournalReader(TEXT_CODEC)
  for (const [index, bytes] of segments.entries()) {
    const added = reader.add(`segment-${index + 1}`, index + 1, bytes)
    if (!added.ok) return added
  }
  return reader.finish()
}

const GROUPS = [['one'], ['two', 'three'], ['four', 'five', 'six'], ['seven']]
const TEXTS = GROUPS.flat()

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(bytes)
  copy[bit >> 3]! ^= 1 << (bit & 7)
  return copy
}

/** The checksum of a head, low byte first. */
function headSum(bytes: Uint8Array): readonly number[] {
  const sum = crc32c(bytes, 0, 12)
  return [sum & 0xff, (sum >>> 8) & 0xff, (sum >>> 16) & 0xff, sum >>> 24]
}

describe('a journal that is read back', () => {
  it('gives every record of every segment and the place to go on at', () => {
    const second = segment(2, [['eight']], 8)
    expect(read(segment(1, GROUPS).bytes, second.bytes, segment(3, []).bytes)).toEqual({
      records: [...TEXTS, 'eight'],
      warnings: [],
      next: { segment: 2, offset: second.ends[0] },
      sequence: 9,
      stray: [],
    })
  })

  it('is empty without segments', () =>
    expect(read()).toEqual({
      records: [],
      warnings: [],
      next: { segment: 1, offset: SEGMENT_HEADER },
      sequence: 1,
      stray: [],
    }))

  it('cuts a tail that is torn at any byte, by zeros or by an end, and keeps whole groups only', () => {
    const { bytes, ends } = segment(1, GROUPS)
    const [, , before = 0, end = 0] = ends
    for (let cut = before; cut < end; cut++) {
      const zeroed = Uint8Array.from(bytes).fill(0, cut)
      for (const torn of [zeroed, bytes.subarray(0, cut)]) {
        const empty = torn.subarray(before).every((byte) => byte === 0)
        expect(read(torn)).toEqual({
          records: TEXTS.slice(0, 6),
          warnings: empty
            ? []
            : [told('journal.torn', 'segment-1', `offset ${before}`, '6 records')],
          next: { segment: 1, offset: before },
          sequence: 7,
          stray: empty ? [] : [{ segment: 1, offset: before }],
        })
      }
    }
  })

  it('keeps nothing of a group of several when pieces of it are missing in any order', () => {
    const { bytes, ends } = segment(1, GROUPS.slice(0, 3))
    const [, start = 0, end = 0] = ends
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: start, max: end - 1 }), { minLength: 1 }),
        (lost) => {
          const torn = Uint8Array.from(bytes)
          for (const place of lost) torn[place] = 0
          const changed = torn.some((byte, index) => byte !== bytes[index])
          const back = read(torn)
          expect(back).toMatchObject({ records: changed ? TEXTS.slice(0, 3) : TEXTS.slice(0, 6) })
        },
      ),
    )
  })

  it('refuses a flip of any bit of a group that others follow, in this segment or the next', () => {
    const { bytes, ends } = segment(1, GROUPS)
    const next = segment(2, [['eight']], 8).bytes
    for (let bit = SEGMENT_HEADER * 8; bit < (ends[3] ?? 0) * 8; bit++) {
      const group = ends.findIndex((end) => bit < end * 8)
      const offset = ends[group - 1] ?? SEGMENT_HEADER
      const damaged = flipped(bytes, bit)
      const refused = failed(told('journal.corrupt', 'segment-1', `offset ${offset}`, 'Restore'))
      expect(read(damaged, next)).toEqual(refused)
      const cut = { records: TEXTS.slice(0, 6), sequence: 7 }
      expect(read(damaged)).toMatchObject(group < 3 ? refused : cut)
    }
  })

  it('goes on past stray bytes in an unused end and tells of them', () => {
    const { bytes, ends } = segment(1, GROUPS)
    const stray = flipped(bytes, LENGTH * 8 - 1)
    expect(read(stray, segment(2, [['eight']], 8).bytes)).toMatchObject({
      records: [...TEXTS, 'eight'],
      warnings: [told('journal.torn', 'segment-1', 'no record is missing')],
      stray: [{ segment: 1, offset: ends[3] }],
    })
  })

  it('refuses a flip of any bit of the head of a segment', () => {
    for (let bit = 0; bit < SEGMENT_HEADER * 8; bit++) {
      const refused = failed(told('journal.corrupt', 'segment-1'))
      expect(read(flipped(segment(1, GROUPS).bytes, bit))).toEqual(refused)
    }
  })

  it('refuses a newer version in clear words', () => {
    const { bytes } = segment(1, GROUPS)
    const newer = Uint8Array.from(bytes)
    newer[4] = 2
    newer.set(headSum(newer), 12)
    const words =
      'segment-1 was written with journal version 2, this program reads version 1: start it with ' +
      'the program that wrote it, or a newer one'
    expect(read(newer)).toEqual(failed(failure('journal.version', words)))
  })

  it('refuses segments that are missing, renamed, or follow a lost one', () => {
    const first = segment(1, GROUPS).bytes
    const reader = createJournalReader(TEXT_CODEC)
    const late = segment(2, [['nine']], 9).bytes
    expect([
      reader.add('segment-2', 2, late),
      read(first, segment(3, [['eight']], 8).bytes),
      read(first, late),
    ]).toEqual([
      failed(told('journal.corrupt', 'segment 1 is missing before segment-2')),
      failed(told('journal.corrupt', 'segment-2 holds segment 3, not 2')),
      failed(told('journal.corrupt', 'segment-2', `offset ${SEGMENT_HEADER}`, 'record 8')),
    ])
  })

  it('names file and place of a record that its codec cannot read', () => {
    const { bytes } = segment(1, [['one']])
    const foreign = new Uint8Array(LENGTH)
    foreign.set(bytes)
    writeGroup(foreign.subarray(SEGMENT_HEADER), [{ type: 9, bytes: new Uint8Array(2) }], 1)
    const words = 'segment-1, group at offset 16, record 1: type 9 is no text'
    expect(read(foreign)).toEqual(failed(failure('codec.kind', words)))
  })
})
