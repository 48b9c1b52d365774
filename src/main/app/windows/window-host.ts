import type { OpenedAnswer } from '../../../core/contracts/answer-parts.ts'
import type { Failure } from '../../../core/contracts/index.ts'
import type { CommandReply, WorkerCommandName } from '../../../core/contracts/window.ts'
import type { Result } from '../../../core/domain/index.ts'
import type { Log } from '../../../core/ports/index.ts'
import type { Feed } from '../feed/index.ts'
import type { WindowBook } from './window-book.ts'

/** What main does for windows, however they came. */
export interface WindowHost {
  readonly feed: Pick<Feed, 'open'>
  readonly book: WindowBook
  /** Has a worker carry a command out, and tells within 500 ms what became of it. */
  readonly route: (name: WorkerCommandName, body: unknown) => Promise<CommandReply>
  /** Asks the history; answers by the question's deadline at the latest. */
  readonly ask: (question: unknown) => Promise<Result<OpenedAnswer, Failure>>
  /** Has a worker leave in good order and start again. */
  readonly restart: (name: string, person: string) => Result<void, Failure>
  readonly log: Log
  /** Monotonic milliseconds. */
  readonly now: () => number
}
