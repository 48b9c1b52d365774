import { rmSync, statSync } from 'node:fs'
import type { Failure } from '../../../core/contracts/index.ts'
import { explained } from '../../../core/contracts/index.ts'
import type { Result } from '../../../core/domain/index.ts'
import { failed, ok } from '../../../core/domain/index.ts'
import type { Row } from '../../../core/history/index.ts'
import { BacklogWriter } from './backlog-writer.ts'
import { outboxFailure } from './outbox-failure.ts'
import { encodeRow } from './row-codec.ts'
import type { Place } from './segment.ts'
import { listOutbox, outboxPath } from './segment.ts'

export interface KeepingOptions {
  readonly folder: string
  readonly limitBytes: number
  readonly segmentBytes: number
  readonly syncMillis: number
}

/** The end of an outbox where rows come in: keeps them on disk, within a bound. */
export class Keeping {
  readonly #options: KeepingOptions
  readonly #writer: BacklogWriter
  /** Bytes of all segments. */
  #used = 0
  #refused = 0
  #refusal: Failure | undefined
  #syncFailure: Failure | undefined
  #syncing: NodeJS.Timeout | undefined

  constructor(options: KeepingOptions, next: Place) {
    const { folder, segmentBytes } = options
    this.#options = options
    this.#writer = new BacklogWriter(folder, segmentBytes, next.segment, next.sequence)
    for (const segment of listOutbox(folder)) this.#used += sizeOf(outboxPath(folder, segment))
  }

  /** Where the next row goes. */
  get end(): Place {
    return this.#writer.end
  }

  get usedBytes(): number {
    return this.#used
  }

  /** Rows that were not kept since the outbox was opened. */
  get refused(): number {
    return this.#refused
  }

  /**
   * Why the newest rows are refused, or may not survive a power cut; undefined when all is well.
   */
  get failure(): Failure | undefined {
    return this.#refusal ?? this.#syncFailure
  }

  /** Keeps all rows or none. */
  keep(rows: readonly Row[], at: number): Result<void, Failure> {
    const records = rows.map((row) => encodeRow(row, at))
    const length = this.#writer.lengthOf(records)
    if (this.#used + length > this.#options.limitBytes) return this.#refuse(rows, this.#full())
    try {
      this.#writer.append(records)
    } catch (error) {
      return this.#refuse(rows, outboxFailure('write', this.#options.folder, error))
    }
    this.#used += length
    this.#refusal = undefined
    this.#syncing ??= setTimeout(() => void this.#sync(), this.#options.syncMillis)
    return ok(undefined)
  }

  /** Removes the segments before this one: they are acknowledged. */
  release(segment: number): void {
    const { folder } = this.#options
    for (const old of listOutbox(folder)) {
      if (old >= segment) return
      const path = outboxPath(folder, old)
      const size = sizeOf(path)
      try {
        rmSync(path)
        this.#used -= size
      } catch {
        // It is removed at the next start, and counts as used until then.
      }
    }
  }

  async close(): Promise<void> {
    clearTimeout(this.#syncing)
    await this.#sync()
    this.#writer.close()
  }

  async #sync(): Promise<void> {
    this.#syncing = undefined
    try {
      await this.#writer.sync()
      this.#syncFailure = undefined
    } catch (error) {
      this.#syncFailure = outboxFailure('sync', this.#options.folder, error)
    }
  }

  #refuse(rows: readonly Row[], why: Failure): Result<void, Failure> {
    this.#refused += rows.length
    this.#refusal = why
    return failed(why)
  }

  #full(): Failure {
    const { folder, limitBytes } = this.#options
    return explained('store.outbox/full', { folder, used: this.#used, most: limitBytes })
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
