import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'
import type { Failure } from '../../core/contracts/index.ts'
import type { Micros, Result } from '../../core/domain/index.ts'
import { failed, MICROS_PER_SECOND, ok } from '../../core/domain/index.ts'
import type { Place, StoredGroup } from '../../core/journal/index.ts'
import { groupsFrom, RECORD_HEADER, SEGMENT_HEADER } from '../../core/journal/index.ts'
import { diskFailure } from './failures.ts'
import { segmentPath } from './segments.ts'

/** What one look reads at most, unless a single group is longer. */
const PIECE = 256 * 1024
/** The newest group is told once it has stood so long. */
const STANDS = MICROS_PER_SECOND

export interface GroupsRead {
  /** Their bytes are views that the next look overwrites. */
  readonly groups: readonly StoredGroup[]
  /** Nothing more is to be told now. */
  readonly isEnd: boolean
  /** The newest group is there, and not told yet. */
  readonly isHeld: boolean
}

/**
 * Reads all groups of a journal that another process may be writing, from the first on, piece by
 * piece, as bytes, and changes nothing. Of the newest group nobody knows whether its write is
 * done, or will be taken back: it is told once another follows it, or it has stood for a second.
 */
export class GroupTail {
  readonly #folder: string
  #next: Place = { segment: 1, offset: SEGMENT_HEADER }
  #sequence = 1
  #newest = { last: 0, since: 0 }
  #buffer = new Uint8Array(PIECE)

  constructor(folder: string) {
    this.#folder = folder
  }

  /** @param isAll the newest group is wanted, too. */
  look(now: Micros, isAll = false): Result<GroupsRead, Failure> {
    try {
      return ok(this.#look(now, isAll))
    } catch (error) {
      return failed(diskFailure('journal.open', 'read', this.#folder, error))
    }
  }

  #look(now: Micros, isAll: boolean): GroupsRead {
    const path = segmentPath(this.#folder, this.#next.segment)
    if (!existsSync(path)) return { groups: [], isEnd: true, isHeld: false }
    const { groups, end, isLast } = this.#read(path)
    const sequence = this.#sequence + groups.reduce((sum, { records }) => sum + records.length, 0)
    if (isLast && this.#begins(this.#next.segment + 1, sequence)) {
      this.#go({ segment: this.#next.segment + 1, offset: SEGMENT_HEADER }, sequence)
      return { groups, isEnd: false, isHeld: false }
    }
    const newest = groups.at(-1)
    if (newest === undefined || !isLast || isAll || this.#stands(newest.last, now)) {
      this.#go({ segment: this.#next.segment, offset: end }, sequence)
      return { groups, isEnd: isLast, isHeld: false }
    }
    const { length } = newest.bytes
    this.#go({ ...this.#next, offset: end - length }, sequence - newest.records.length)
    return { groups: groups.slice(0, -1), isEnd: true, isHeld: true }
  }

  #go(next: Place, sequence: number): void {
    this.#next = next
    this.#sequence = sequence
  }

  #stands(last: number, now: number): boolean {
    if (this.#newest.last !== last) this.#newest = { last, since: now }
    return now - this.#newest.since >= STANDS
  }

  /** What stands from the place on, and whether nothing follows it in this segment. */
  #read(path: string) {
    const { offset } = this.#next
    const file = openSync(path, 'r')
    try {
      const { size } = fstatSync(file)
      for (;;) {
        const length = readSync(file, this.#buffer, 0, this.#buffer.length, offset)
        const bytes = this.#buffer.subarray(0, length)
        const { groups, offset: stop } = groupsFrom(bytes, 0, this.#sequence)
        const isLast = offset + length >= size || isUnused(bytes, stop)
        if (groups.length > 0 || isLast) return { groups, end: offset + stop, isLast }
        this.#buffer = new Uint8Array(2 * this.#buffer.length)
      }
    } finally {
      closeSync(file)
      if (this.#buffer.length > 8 * PIECE) this.#buffer = new Uint8Array(PIECE)
    }
  }

  /** Whether a segment holds a record of that number first: by then those before it are whole. */
  #begins(segment: number, sequence: number): boolean {
    const path = segmentPath(this.#folder, segment)
    if (!existsSync(path)) return false
    const file = openSync(path, 'r')
    try {
      const head = Buffer.alloc(RECORD_HEADER)
      const length = readSync(file, head, 0, RECORD_HEADER, SEGMENT_HEADER)
      return length === RECORD_HEADER && head.readUIntLE(10, 6) === sequence
    } finally {
      closeSync(file)
    }
  }
}

/** Zeros where a record would begin: no record's head is that. */
function isUnused(bytes: Uint8Array, offset: number): boolean {
  const head = bytes.subarray(offset, offset + RECORD_HEADER)
  return head.length === RECORD_HEADER && head.every((byte) => byte === 0)
}
