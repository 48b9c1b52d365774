import { appendFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Row } from '../../../core/history/index.ts'

/** Bytes of the file at most: rows refused by the million have one reason, not a million. */
const LONGEST = 64 * 1024 * 1024

/**
 * Keeps rows that no store will ever take, one line of JSON each with the reason, for a person to
 * read.
 */
export class PoisonedFile {
  readonly path: string
  #size: number

  constructor(folder: string) {
    this.path = join(folder, 'poisoned.ndjson')
    this.#size = statSync(this.path, { throwIfNoEntry: false })?.size ?? 0
  }

  /** @returns whether it was written: a full disk or file takes no more. */
  add(row: Row, reason: string): boolean {
    const line = `${JSON.stringify({ reason, row })}\n`
    if (this.#size + line.length > LONGEST) return false
    try {
      appendFileSync(this.path, line, { mode: 0o600 })
      this.#size += line.length
      return true
    } catch {
      return false
    }
  }
}
