import { constants } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { open } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Failure } from '../../core/contracts/index.ts'
import { explained } from '../../core/contracts/index.ts'
import type { Result } from '../../core/domain/index.ts'
import { failed, ok } from '../../core/domain/index.ts'
import { wholeLines } from '../../core/seals/index.ts'
import { diskFailure } from '../journal/failures.ts'
import { syncFolder } from '../journal/segments.ts'

export interface OpenedSeals {
  readonly file: SealFile
  /** Its whole lines. */
  readonly text: string
  /** What a crash left of one more line was cut. */
  readonly torn: Failure | undefined
}

/** A file of lines, each durable once `append` resolves. It is written beside the event loop. */
export class SealFile {
  readonly #path: string
  readonly #handle: FileHandle
  #length: number

  private constructor(path: string, handle: FileHandle, length: number) {
    this.#path = path
    this.#handle = handle
    this.#length = length
  }

  /** Opens the file, making it where there is none. */
  static async open(path: string): Promise<Result<OpenedSeals, Failure>> {
    let handle: FileHandle | undefined
    try {
      handle = await open(path, constants.O_RDWR | constants.O_CREAT, 0o600)
      // Every byte is one character, so that lengths are the same.
      const found = await handle.readFile('latin1')
      const text = wholeLines(found)
      const isTorn = text.length < found.length
      if (isTorn) await handle.truncate(text.length)
      await handle.datasync()
      syncFolder(dirname(path))
      const torn = isTorn ? explained('journal.seals/torn', { file: path }) : undefined
      return ok({ file: new SealFile(path, handle, text.length), text, torn })
    } catch (error) {
      await handle?.close().catch(() => undefined)
      return failed(diskFailure('journal.seals', 'opened', path, error))
    }
  }

  /** Writes whole lines; what failed is written over by the next try. */
  async append(lines: string): Promise<Failure | undefined> {
    try {
      const bytes = Buffer.from(lines, 'latin1')
      for (let done = 0; done < bytes.length;) {
        const left = bytes.length - done
        done += (await this.#handle.write(bytes, done, left, this.#length + done)).bytesWritten
      }
      await this.#handle.datasync()
      this.#length += bytes.length
      return undefined
    } catch (error) {
      return diskFailure('journal.seals', 'written', this.#path, error)
    }
  }

  async close(): Promise<void> {
    await this.#handle.close().catch(() => undefined)
  }
}
