import {
  closeSync,
  constants,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { segmentHeader } from '../../core/journal/index.ts'

const NAME = /^journal-(\d{6,12})\.ghtj$/
const UNFINISHED = /^journal-\d+\.ghtj\.[a-z]+$/
/** Zeros are written in pieces of this size. */
export const PIECE = new Uint8Array(256 * 1024)

export function segmentPath(folder: string, segment: number): string {
  return join(folder, `journal-${String(segment).padStart(6, '0')}.ghtj`)
}

/** The folder for this user alone, made if it is missing, and lasting once this returns. */
export function makeFolder(folder: string): void {
  const made = mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (made !== undefined) syncFolder(dirname(made))
}

/** Makes names that were added to a folder survive a power cut; Windows does so by itself. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, constants.O_RDONLY)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Numbers of the segments, ascending. Those whose making was broken off are removed. */
export function listSegments(folder: string): readonly number[] {
  for (const name of readdirSync(folder)) {
    if (UNFINISHED.test(name)) rmSync(join(folder, name), { force: true })
  }
  return foundSegments(folder)
}

/** The same for one who must not touch what another process writes. */
export function foundSegments(folder: string): readonly number[] {
  const numbers = readdirSync(folder).map((name) => Number(NAME.exec(name)?.[1] ?? NaN))
  return numbers.filter((number) => !Number.isNaN(number)).sort((a, b) => a - b)
}

/**
 * Makes a segment: head and zeros under another name, synced, then renamed. So a segment under
 * its own name is always whole, and a write into it never has to commit a new size.
 */
export function makeSegment(folder: string, segment: number, length: number): void {
  const path = segmentPath(folder, segment)
  const unfinished = `${path}.making`
  const file = openSync(unfinished, 'w', 0o600)
  try {
    const header = segmentHeader(segment)
    writeSync(file, header, 0, header.length, 0)
    writeZeros(file, header.length, length)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(unfinished, path)
  syncFolder(folder)
}

/** Writes zeros over [from, to) of an open file. */
export function writeZeros(file: number, from: number, to: number): void {
  for (let position = from; position < to;) {
    position += writeSync(file, PIECE, 0, Math.min(PIECE.length, to - position), position)
  }
}

/** Zeros over [from, to) of a segment, durable when this returns. */
export function clearSegment(folder: string, segment: number, from: number, to: number): void {
  const file = openSync(segmentPath(folder, segment), 'r+')
  try {
    writeZeros(file, from, to)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
