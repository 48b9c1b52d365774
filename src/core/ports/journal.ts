import type { Failure } from '../contracts/index.ts'
import type { Result } from '../domain/index.ts'

/**
 * Keeps records before the deeds that they stand for. Synchronous on purpose: nothing may overtake
 * the write, and waiting elsewhere costs more than it saves.
 */
export interface Journal<JournalRecord> {
  /**
   * Writes all records as one group. When it returns `ok` they survive a power cut; when it
   * returns a failure none of them may be acted upon.
   */
  append(records: readonly JournalRecord[]): Result<void, Failure>
  /**
   * These will be part of the next group: whatever can be done with them before is done now, so
   * that the append takes less. Nothing is kept by it.
   */
  prepare?(records: readonly JournalRecord[]): void
  close(): void
}

/** What was found in a journal at start. */
export interface Recovered<JournalRecord> {
  readonly records: readonly JournalRecord[]
  /** What was cut off and why; empty when the journal ended well. */
  readonly warnings: readonly Failure[]
}
