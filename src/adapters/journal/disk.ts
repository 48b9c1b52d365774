import { constants, fdatasyncSync, ftruncateSync, openSync, writeSync } from 'node:fs'

/** What an open segment asks of the operating system; a test puts a failing disk in its place. */
export interface Disk {
  /** Opens an existing file for writes that are durable when they return. */
  open(path: string): number
  /** @returns how many bytes were written, which may be fewer. */
  write(file: number, bytes: Uint8Array, start: number, length: number, position: number): number
  truncate(file: number, length: number): void
}

/** Undefined where the platform does not know it: there every write is followed by a sync. */
const DURABLE = (constants as Partial<typeof constants>).O_DSYNC

export const DISK: Disk = {
  open: (path) => openSync(path, constants.O_WRONLY | (DURABLE ?? 0)),
  write: (file, bytes, start, length, position) => {
    const written = writeSync(file, bytes, start, length, position)
    if (DURABLE === undefined) fdatasyncSync(file)
    return written
  },
  truncate: (file, length) => {
    ftruncateSync(file, length)
    fdatasyncSync(file)
  },
}

/** Writes all of it, however often that takes. Throws what the disk throws. */
export function writeWhole(
  disk: Disk,
  file: number,
  bytes: Uint8Array,
  length: number,
  position: number,
): void {
  for (let done = 0; done < length;) {
    const written = disk.write(file, bytes, done, length - done, position + done)
    if (written <= 0) throw new Error('the disk took no bytes')
    done += written
  }
}
