import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { constants } from 'node:fs'
import { join } from 'node:path'

const LENGTH = 8

/** How many quotes of a recording were played, kept beside the books through the death of a process. */
export interface ReplayPosition {
  /** As an earlier life left it; 0 in a new run. */
  readonly played: number
  /** A write without a sync: a replay that a power cut ended is begun anew. */
  keep(played: number): void
  close(): void
}

/** Throws what the disk throws. */
export function openReplayPosition(folder: string): ReplayPosition {
  const file = openSync(join(folder, 'position'), constants.O_RDWR | constants.O_CREAT, 0o600)
  const bytes = Buffer.alloc(LENGTH)
  const played = readSync(file, bytes, 0, LENGTH, 0) === LENGTH ? bytes.readDoubleLE() : 0
  return {
    played,
    keep: (count) => {
      bytes.writeDoubleLE(count)
      writeSync(file, bytes, 0, LENGTH, 0)
    },
    close: () => closeSync(file),
  }
}
