import { closeSync, existsSync, statSync } from 'node:fs'
import type { Disk } from './disk.ts'
import { writeWhole } from './disk.ts'
import { clearSegment, makeSegment, segmentPath, syncFolder } from './segments.ts'

/** The segment that is written to. */
export interface OpenSegment {
  readonly number: number
  readonly path: string
  readonly capacity: number
  /** Writes a group; when this returns it is on the disk. Throws what the disk throws. */
  write(bytes: Uint8Array, length: number, offset: number): void
  /** Takes a failed write back. @returns whether nothing of it can be read any more. */
  erase(offset: number, length: number): boolean
  close(): void
}

/**
 * Opens a segment, making it first where it does not exist, and lengthening it with zeros where
 * it is shorter than `length`.
 */
export function openSegment(
  folder: string,
  number: number,
  length: number,
  disk: Disk,
): OpenSegment {
  const path = segmentPath(folder, number)
  if (existsSync(path)) syncFolder(folder)
  else makeSegment(folder, number, length)
  const size = statSync(path).size
  if (size < length) clearSegment(folder, number, size, length)
  const file = disk.open(path)
  return {
    number,
    path,
    capacity: Math.max(size, length),
    write: (bytes, count, offset) => writeWhole(disk, file, bytes, count, offset),
    erase: (offset, count) => {
      const undone = (undo: () => void): boolean => {
        try {
          undo()
          return true
        } catch {
          return false
        }
      }
      return (
        undone(() => writeWhole(disk, file, new Uint8Array(count), count, offset)) ||
        undone(() => disk.truncate(file, offset))
      )
    },
    close: () => closeSync(file),
  }
}
