import { closeSync, constants, openSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'

const LENGTH = 8

/**
 * How many quotes of a recording were played, kept beside the books through the death of a process.
 */
export interface ReplayPosition {
  /** As an earlier life left it; 0 in a new run. */
  readonly played: number
  /** A write without a sync: a replay that a power cut ended is begun anew. */
  keep(played: number): void
  close(): void
}

/** Of a market that is no recording. */
export const NO_POSITION: ReplayPosition = {
  played: 0,
  keep: () => undefined,
  close: () => undefined,
}

/**
 * Takes its room on the disk at once, so that none is wanting later. Throws what the disk throws.
 */
export function openReplayPosition(folder: string): ReplayPosition {
  const file = openSync(join(folder, 'position'), constants.O_RDWR | constants.O_CREAT, 0o600)
  const bytes = Buffer.alloc(LENGTH)
  const found = readSync(file, bytes, 0, LENGTH, 0) === LENGTH
  const played = found ? bytes.readDoubleLE() : 0
  const keep = (count: number): void => {
    bytes.writeDoubleLE(count)
    writeSync(file, bytes, 0, LENGTH, 0)
  }
  if (!found) keep(0)
  return { played, keep, close: () => closeSync(file) }
}
