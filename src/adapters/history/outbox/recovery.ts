import { readFileSync, renameSync, rmSync, statSync, truncateSync } from 'node:fs'
import type { Failure } from '../../../core/contracts/index.ts'
import { explained } from '../../../core/contracts/index.ts'
import { readPosition } from './position-file.ts'
import { laterRecord, readStart, wholeRecords } from './records.ts'
import type { HeaderFault, Place } from './segment.ts'
import { listOutbox, OUTBOX_HEADER, outboxPath, readHeader } from './segment.ts'

/** What an earlier life left. */
export interface LeftBacklog {
  /** The first row that is not acknowledged. */
  readonly from: Place
  /** Where the next row goes: always a segment of its own. */
  readonly next: Place
  readonly warnings: readonly Failure[]
}

/**
 * Finds what is to be sent again. Segments that are acknowledged are removed, those that cannot
 * be read are set aside under another name, and a torn tail is cut: each told as a warning.
 * Throws what the disk throws.
 */
export function recoverBacklog(folder: string): LeftBacklog {
  const warnings: Failure[] = []
  const position = readPosition(folder)
  const firsts = new Map<number, number>()
  let highest = position?.segment ?? 0
  for (const segment of listOutbox(folder)) {
    highest = Math.max(highest, segment)
    const path = outboxPath(folder, segment)
    if (segment < (position?.segment ?? 0)) {
      rmSync(path)
      continue
    }
    const first = readHeader(readStart(path, OUTBOX_HEADER), segment)
    if (typeof first === 'number') firsts.set(segment, first)
    else if (statSync(path).size < OUTBOX_HEADER) rmSync(path)
    else warnings.push(setAside(path, first))
  }
  const last = [...firsts.keys()].at(-1)
  const sequence =
    last === undefined
      ? (position?.sequence ?? 1)
      : endOf(folder, last, firsts.get(last) ?? 1, warnings)
  const next = { segment: highest + 1, offset: OUTBOX_HEADER, sequence }
  return { from: start(position, firsts, next), next, warnings }
}

function start(
  position: Place | undefined,
  firsts: ReadonlyMap<number, number>,
  next: Place,
): Place {
  if (position !== undefined && firsts.has(position.segment)) {
    return position.sequence <= next.sequence ? position : next
  }
  for (const [segment, sequence] of firsts) return { segment, offset: OUTBOX_HEADER, sequence }
  return next
}

/** The number behind the last whole row of a segment; what is not whole behind it is cut off. */
function endOf(folder: string, segment: number, first: number, warnings: Failure[]): number {
  const path = outboxPath(folder, segment)
  const bytes = readFileSync(path)
  let offset = OUTBOX_HEADER
  let sequence = first
  for (;;) {
    const found = wholeRecords(bytes.subarray(offset), sequence, Infinity)
    offset += found.at(-1)?.end ?? 0
    sequence += found.length
    const later = laterRecord(bytes, offset + 1, sequence)
    if (later === undefined) break
    offset = later.offset
    sequence = later.sequence
  }
  if (offset < bytes.length) {
    truncateSync(path, offset)
    warnings.push(explained('store.outbox/cut', { path, offset }))
  }
  return sequence
}

function setAside(path: string, why: HeaderFault): Failure {
  const other = `${path}.set-aside`
  renameSync(path, other)
  return explained(`store.outbox/${why}`, { path, other })
}
