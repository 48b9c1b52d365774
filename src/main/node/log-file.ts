import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  statSync,
  truncateSync,
} from 'node:fs'
import { dirname } from 'node:path'

/** Files of a log: the one that is written, and those of earlier lives. */
const KEPT = 3
/** Bytes of one file; what grows beyond while it is written begins anew. */
const LARGEST = 4 * 1024 * 1024
/** Bytes from the end in which the last lines are looked for. */
const TAIL = 16 * 1024

/**
 * Opens the log of a process that is about to start; earlier ones keep their content under
 * `.1`, `.2`. @returns a descriptor that appends. Throws what the disk throws.
 */
export function openLog(path: string): number {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  for (let age = KEPT - 1; age > 0; age--) {
    const younger = age === 1 ? path : `${path}.${age - 1}`
    if (existsSync(younger)) renameSync(younger, `${path}.${age}`)
  }
  return openSync(path, 'a', 0o600)
}

/**
 * Cuts a log that a running process has made too large. It appends, so it goes on at the new end.
 */
export function boundLog(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found !== undefined && found.size > LARGEST) truncateSync(path)
}

/** The last lines of a log, oldest first; none where there is no log. */
export function lastLines(path: string, count: number): readonly string[] {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch {
    return []
  }
  try {
    const { size } = fstatSync(file)
    const bytes = Buffer.alloc(Math.min(size, TAIL))
    const length = readSync(file, bytes, 0, bytes.length, size - bytes.length)
    const lines = bytes.toString('utf8', 0, length).split('\n')
    return lines.filter((line) => line !== '').slice(-count)
  } finally {
    closeSync(file)
  }
}
