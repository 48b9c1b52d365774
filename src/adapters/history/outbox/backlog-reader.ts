import { closeSync, fstatSync, openSync } from 'node:fs'
import type { FoundRecord } from '../../../core/journal/index.ts'
import { RECORD_HEADER } from '../../../core/journal/index.ts'
import { laterRecord, readBytes, wholeRecords } from './records.ts'
import type { KeptRow } from './row-codec.ts'
import { decodeRow } from './row-codec.ts'
import type { Place } from './segment.ts'
import { listOutbox, OUTBOX_HEADER, outboxPath, readHeader } from './segment.ts'

/** Rows of one segment, one after the other, each with the place behind it. */
export interface Batch {
  /** Where they begin, behind what was passed over. */
  readonly start: Place
  readonly rows: readonly KeptRow[]
  readonly places: readonly Place[]
  /** Rows that were kept and cannot be read any more, passed over before these. */
  readonly lost: number
}

/** Bytes that are read at a time: some thousand ticks. */
const PIECE = 1024 * 1024

/**
 * Reads rows back in order, from the disk's cache as a rule: however long the backlog, a piece of
 * it at most is in memory.
 */
export class BacklogReader {
  readonly #folder: string
  #open: { readonly segment: number; readonly file: number } | undefined

  constructor(folder: string) {
    this.#folder = folder
  }

  /** The rows from a place on, `most` of them at most; empty when there are none before `end`. */
  read(from: Place, end: Place, most: number): Batch {
    let place = from
    let lost = 0
    for (;;) {
      const limit = place.segment === end.segment ? end.offset : this.#size(place.segment)
      const found = limit > place.offset ? this.#records(place, limit, most) : []
      if (found.length > 0) return batchOf(place, found, lost)
      if (place.segment === end.segment && place.offset >= end.offset) {
        return batchOf(place, [], lost)
      }
      const next = this.#after(place, limit, end)
      lost += Math.max(0, next.sequence - place.sequence)
      place = next
    }
  }

  close(): void {
    if (this.#open !== undefined) closeSync(this.#open.file)
    this.#open = undefined
  }

  /** Whole records one after the other; a long one is read on its own. */
  #records(place: Place, limit: number, most: number): readonly FoundRecord[] {
    const file = this.#file(place.segment)
    if (file === undefined) return []
    for (let length = PIECE; ;) {
      const bytes = readBytes(file, place.offset, Math.min(length, limit - place.offset))
      const found = wholeRecords(bytes, place.sequence, most)
      if (found.length > 0 || bytes.length < RECORD_HEADER) return found
      const needed = RECORD_HEADER + bytes.readUInt32LE(4)
      if (needed <= bytes.length || needed > limit - place.offset) return []
      length = needed
    }
  }

  /** Where reading goes on when nothing can be read at a place. */
  #after(place: Place, limit: number, end: Place): Place {
    const found = limit > place.offset ? this.#laterRecord(place, limit) : undefined
    if (found !== undefined) return found
    for (const segment of listOutbox(this.#folder)) {
      if (segment <= place.segment || segment > end.segment) continue
      const file = this.#file(segment)
      const sequence =
        file === undefined ? '' : readHeader(readBytes(file, 0, OUTBOX_HEADER), segment)
      if (typeof sequence === 'number') return { segment, offset: OUTBOX_HEADER, sequence }
    }
    return end
  }

  #laterRecord(place: Place, limit: number): Place | undefined {
    const file = this.#file(place.segment)
    if (file === undefined) return undefined
    const bytes = readBytes(file, place.offset, limit - place.offset)
    const found = laterRecord(bytes, 1, place.sequence)
    return found && { ...place, offset: place.offset + found.offset, sequence: found.sequence }
  }

  #file(segment: number): number | undefined {
    if (this.#open?.segment === segment) return this.#open.file
    this.close()
    try {
      const file = openSync(outboxPath(this.#folder, segment), 'r')
      this.#open = { segment, file }
      return file
    } catch {
      return undefined
    }
  }

  #size(segment: number): number {
    const file = this.#file(segment)
    return file === undefined ? 0 : fstatSync(file).size
  }
}

function batchOf(start: Place, found: readonly FoundRecord[], lost: number): Batch {
  const { segment, offset } = start
  const places = found.map(({ sequence, end }) => {
    return { segment, offset: offset + end, sequence: sequence + 1 }
  })
  return { start, rows: found.map(decodeRow), places, lost }
}
