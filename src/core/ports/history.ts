import type { Failure } from '../contracts/index.ts'
import type { Result } from '../domain/index.ts'
import type { Answer, Question, Row } from '../history/index.ts'

/** How a history fares. */
export interface HistoryStatus {
  readonly engine: 'questdb' | 'duckdb'
  /** Where it is: host and port, or a file. Never a password. */
  readonly place: string
  /** Why the last write or question was not carried out; undefined when it was. */
  readonly failure: Failure | undefined
  /** Rows acknowledged since it was opened. */
  readonly rows: number
  /** Questions that are being answered or wait for their turn. */
  readonly questions: number
}

/**
 * A store of rows that can be asked. It may be away at any time, from the start on: nothing is
 * lost by that as long as the caller keeps its rows until they are acknowledged.
 */
export interface History {
  /**
   * Writes a batch, all of it or nothing; when it returns `ok` the rows survive the death of this
   * process and of the store. One batch is in flight at a time, a second call waits for the first.
   * Rows that are there already are replaced, so that a batch may be sent again and again. Rows of
   * one contract must come in the order of the feed.
   *
   * `store.refused`: a row of it can never be stored; the message says which and why. Every other
   * failure (`store.unreachable`, `store.slow`, `store.schema`, `store.config`) means that it is
   * not known whether the batch was stored: send it again.
   */
  write(batch: readonly Row[]): Promise<Result<void, Failure>>
  /**
   * Answers a question about one tape. What was written a moment ago may be missing, for as long
   * as the store takes to make it visible (well under a second).
   *
   * `store.query`: the question is malformed. `store.slow`: no answer by its deadline; the store
   * was told to stop looking. `store.unreachable`, `store.schema`, `store.config` as above.
   */
  query(question: Question): Promise<Result<Answer, Failure>>
  status(): HistoryStatus
  /** Ends after the batch that is in flight; questions under way fail. */
  close(): Promise<void>
}
