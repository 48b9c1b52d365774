import { renameSync } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { open, rm } from 'node:fs/promises'
import { segmentHeader } from '../../core/journal/index.ts'
import { PIECE, segmentPath } from './segments.ts'

/** A segment that is being made ahead, beside the event loop. */
export interface Preparation {
  readonly segment: number
  /** Stops it; a segment that already has its name stays. */
  abandon(): void
}

/**
 * Makes a segment while orders go on. It gets its name in one turn of the loop, and only if
 * nobody abandoned it meanwhile, so it never replaces a segment that was made at once instead.
 * When it fails (a full disk), the append that needs the segment tries again and tells.
 */
export function prepareSegment(folder: string, segment: number, length: number): Preparation {
  let abandoned = false
  const path = segmentPath(folder, segment)
  const unfinished = `${path}.preparing`

  const make = async (): Promise<void> => {
    const file = await open(unfinished, 'w', 0o600)
    try {
      await fill(file, segment, length, () => abandoned)
      await file.sync()
    } finally {
      await file.close()
    }
    if (abandoned) return
    renameSync(unfinished, path)
    const names = await open(folder, 'r')
    try {
      await names.sync()
    } finally {
      await names.close()
    }
  }

  const tried = async (): Promise<void> => {
    await make().catch(() => undefined)
    await rm(unfinished, { force: true }).catch(() => undefined)
  }

  void tried()
  return {
    segment,
    abandon: () => {
      abandoned = true
    },
  }
}

async function fill(
  file: FileHandle,
  segment: number,
  length: number,
  stopped: () => boolean,
): Promise<void> {
  const header = segmentHeader(segment)
  await file.write(header, 0, header.length, 0)
  for (let position = header.length; position < length && !stopped();) {
    const size = Math.min(PIECE.length, length - position)
    const { bytesWritten } = await file.write(PIECE, 0, size, position)
    position += bytesWritten
  }
}
