import type { Failure } from '../../core/contracts/index.ts'
import type { Result } from '../../core/domain/index.ts'
import type { Row } from '../../core/history/index.ts'
import type { HistoryStatus } from '../../core/ports/index.ts'
import type { Dialect } from './sql/dialect.ts'
import type { Statement } from './sql/statement.ts'

/** A heavy question at most is under way beside a light one, so that a cancel gets through. */
export type Lane = 'heavy' | 'light'

/** What one kind of store must be able to do; `createHistory` makes a history of it. */
export interface Engine {
  readonly name: HistoryStatus['engine']
  readonly place: string
  readonly dialect: Dialect
  /** Opens what is needed, makes missing tables and checks all. Asked again after a break. */
  prepare(): Promise<Result<void, Failure>>
  /** Writes sound rows, once prepared. One call at a time. */
  write(rows: readonly Row[]): Promise<Result<void, Failure>>
  /** Rows as the engine gives them. At the deadline the work is stopped. One call a lane. */
  run(
    lane: Lane,
    statement: Statement,
    deadline: number,
  ): Promise<Result<readonly (readonly unknown[])[], Failure>>
  close(): Promise<void>
}
