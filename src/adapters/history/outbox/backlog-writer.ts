import { closeSync, fdatasync, ftruncateSync, openSync, writeSync } from 'node:fs'
import { promisify } from 'node:util'
import type { StoredRecord } from '../../../core/journal/index.ts'
import { groupLength, writeGroup } from '../../../core/journal/index.ts'
import { syncFolder } from '../../journal/segments.ts'
import type { Place } from './segment.ts'
import { OUTBOX_HEADER, outboxHeader, outboxPath } from './segment.ts'

const synced = promisify(fdatasync)

interface OpenFile {
  readonly segment: number
  readonly file: number
}

/**
 * Appends rows to segments. When `append` returns they are the operating system's and survive the
 * death of this process; `sync` makes them survive a power cut.
 */
export class BacklogWriter {
  readonly #folder: string
  readonly #segmentBytes: number
  #end: Place
  #open: OpenFile | undefined
  /** Full segments that no sync has reached yet. */
  #full: OpenFile[] = []
  #isDirty = false
  #buffer = Buffer.alloc(64 * 1024)

  /** Begins with a segment of its own, made with the first row. */
  constructor(folder: string, segmentBytes: number, segment: number, sequence: number) {
    this.#folder = folder
    this.#segmentBytes = segmentBytes
    this.#end = { segment, offset: OUTBOX_HEADER, sequence }
  }

  /** Where the next row goes. */
  get end(): Place {
    return this.#end
  }

  /** Bytes that the disk has to give for these rows. */
  lengthOf(records: readonly StoredRecord[]): number {
    return groupLength(records) + (this.#open === undefined ? OUTBOX_HEADER : 0)
  }

  /** Throws what the disk throws, and then nothing of the rows is kept. */
  append(records: readonly StoredRecord[]): void {
    const length = groupLength(records)
    if (this.#open !== undefined && this.#end.offset + length > this.#segmentBytes) this.#leave()
    const { file } = (this.#open ??= this.#enter())
    if (this.#buffer.length < length) this.#buffer = Buffer.alloc(2 * length)
    writeGroup(this.#buffer, records, this.#end.sequence)
    try {
      writeWhole(file, this.#buffer, length, this.#end.offset)
    } catch (error) {
      this.#takeBack(file)
      throw error
    }
    this.#isDirty = true
    const { segment, offset, sequence } = this.#end
    this.#end = { segment, offset: offset + length, sequence: sequence + records.length }
  }

  /** Makes all that was appended before this call durable. */
  async sync(): Promise<void> {
    const full = this.#full
    this.#full = []
    const dirty = this.#isDirty
    this.#isDirty = false
    for (const { file } of full) {
      await synced(file).finally(() => closeSync(file))
    }
    const open = this.#open
    if (dirty && open !== undefined) {
      await synced(open.file).catch((error: unknown) => {
        // A segment that was left and closed meanwhile has been synced on its way.
        if (this.#open === open) throw error
      })
    }
  }

  /** After the last `sync`. */
  close(): void {
    for (const { file } of this.#full) closeSync(file)
    if (this.#open !== undefined) closeSync(this.#open.file)
    this.#full = []
    this.#open = undefined
  }

  #enter(): OpenFile {
    const { segment, sequence } = this.#end
    const file = openSync(outboxPath(this.#folder, segment), 'w', 0o600)
    try {
      writeWhole(file, outboxHeader(segment, sequence), OUTBOX_HEADER, 0)
      syncFolder(this.#folder)
    } catch (error) {
      closeSync(file)
      throw error
    }
    return { segment, file }
  }

  #leave(): void {
    if (this.#open === undefined) return
    this.#full.push(this.#open)
    this.#open = undefined
    const { segment, sequence } = this.#end
    this.#end = { segment: segment + 1, offset: OUTBOX_HEADER, sequence }
  }

  /** A piece that stays is passed over by the reader: the next segment begins with its number. */
  #takeBack(file: number): void {
    try {
      ftruncateSync(file, this.#end.offset)
    } catch {
      this.#leave()
    }
  }
}

function writeWhole(file: number, bytes: Buffer, length: number, position: number): void {
  for (let done = 0; done < length;) {
    done += writeSync(file, bytes, done, length - done, position + done)
  }
}
