import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { crc32c } from '../../../core/journal/index.ts'
import type { Place } from './segment.ts'

const SLOT = 40

/**
 * Remembers up to where rows are acknowledged. Two slots are written in turn, in place, so that
 * one of them is whole whenever it breaks off, and a full disk does not matter. An old position
 * only means that rows are sent again.
 */
export class PositionFile {
  readonly #file: number
  #turn = 0

  /** Throws what the disk throws. */
  constructor(folder: string) {
    const path = join(folder, 'position')
    this.#file = openSync(path, 'a+', 0o600)
    closeSync(this.#file)
    this.#turn = newest(readFileSync(path))?.turn ?? 0
    this.#file = openSync(path, 'r+')
  }

  write({ segment, offset, sequence }: Place): void {
    const turn = ++this.#turn
    const slot = Buffer.alloc(SLOT)
    slot.writeDoubleLE(turn, 0)
    slot.writeDoubleLE(segment, 8)
    slot.writeDoubleLE(offset, 16)
    slot.writeDoubleLE(sequence, 24)
    slot.writeUInt32LE(crc32c(slot, 0, 32), 32)
    writeSync(this.#file, slot, 0, SLOT, (turn % 2) * SLOT)
  }

  close(): void {
    closeSync(this.#file)
  }
}

/** The position that was written last; undefined where there is none. */
export function readPosition(folder: string): Place | undefined {
  try {
    return newest(readFileSync(join(folder, 'position')))?.place
  } catch {
    return undefined
  }
}

function newest(bytes: Buffer): { readonly turn: number; readonly place: Place } | undefined {
  return [0, SLOT]
    .flatMap((start) => {
      const slot = bytes.subarray(start, start + SLOT)
      if (slot.length < SLOT || slot.readUInt32LE(32) !== crc32c(slot, 0, 32)) return []
      const [turn, segment, offset, sequence] = [0, 8, 16, 24].map((at) => slot.readDoubleLE(at))
      return [{ turn: turn!, place: { segment: segment!, offset: offset!, sequence: sequence! } }]
    })
    .filter(({ turn }) => turn > 0)
    .sort((one, other) => other.turn - one.turn)[0]
}
