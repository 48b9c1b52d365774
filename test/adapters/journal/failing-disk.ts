import type { Disk } from '../../../src/adapters/journal/disk.ts'
import { DISK } from '../../../src/adapters/journal/disk.ts'

/** A real disk that can be told to fail, after it took a part of the bytes. */
export interface FailingDisk extends Disk {
  /** The next write fails with `code`, after this many of its bytes, perhaps all, were taken. */
  failAfter(bytes: number, code: string): void
  /** What was written cannot be taken back either, until `heal`. */
  stayBroken(): void
  heal(): void
}

export function createFailingDisk(): FailingDisk {
  let left: number | undefined
  let code = ''
  let broken = false

  const refuse = (): never => {
    throw Object.assign(new Error(`${code}: told to fail`), { code })
  }

  return {
    open: (path) => DISK.open(path),
    write: (file, bytes, start, length, position) => {
      if (left === undefined) return DISK.write(file, bytes, start, length, position)
      const taken = Math.min(left, length)
      if (taken > 0) DISK.write(file, bytes, start, taken, position)
      left = broken ? 0 : undefined
      return refuse()
    },
    truncate: (file, length) => (broken ? refuse() : DISK.truncate(file, length)),
    failAfter: (bytes, error) => {
      left = bytes
      code = error
    },
    stayBroken: () => {
      broken = true
    },
    heal: () => {
      broken = false
      left = undefined
    },
  }
}
