import type { OpenedAnswer } from '../../../../src/core/contracts/answer-parts.ts'
import { openAnswer } from '../../../../src/core/contracts/answer-parts.ts'
import { createCodec } from '../../../../src/core/contracts/codec.ts'
import type { Failure } from '../../../../src/core/contracts/index.ts'
import type { CommandReply, WorkerCommandName } from '../../../../src/core/contracts/window.ts'
import type { Result } from '../../../../src/core/domain/index.ts'
import { ok } from '../../../../src/core/domain/index.ts'
import type { Answer } from '../../../../src/core/history/index.ts'
import type { WindowHost } from '../../../../src/main/app/windows/index.ts'
import { WindowBook } from '../../../../src/main/app/windows/index.ts'

export const ACCEPTED: CommandReply = { outcome: 'accepted', command: '', code: '', message: '' }

/** An answer as it comes from the history process. */
export function answerOf(answer: Answer): Result<OpenedAnswer, Failure> {
  const opened = openAnswer(createCodec([]).encodeHistory({ kind: 'answer', id: 1, answer }))
  if (opened === undefined) throw new Error('no answer')
  return ok(opened)
}

/** What main would do for windows, written down. */
export class HostFixture {
  readonly routed: [WorkerCommandName, unknown][] = []
  readonly asked: unknown[] = []
  readonly restarted: [string, string][] = []
  readonly lines: string[] = []
  readonly book = new WindowBook()
  /** What comes of a question. */
  answer: () => Promise<Result<OpenedAnswer, Failure>> = () =>
    Promise.resolve(answerOf({ columns: ['a'], rows: [[1]], capped: false }))
  /** What comes of a restart. */
  restart: () => Result<void, Failure> = () => ok(undefined)
  /** Monotonic milliseconds. */
  now = 0
  readonly host: WindowHost

  constructor(feed: WindowHost['feed']) {
    const line = (text: string): void => void this.lines.push(text)
    this.host = {
      feed,
      book: this.book,
      route: (name, body) => {
        this.routed.push([name, body])
        return Promise.resolve(ACCEPTED)
      },
      ask: (question) => {
        this.asked.push(question)
        return this.answer()
      },
      restart: (name, person) => {
        this.restarted.push([name, person])
        return this.restart()
      },
      log: { info: line, warn: line, error: line },
      now: () => this.now,
    }
  }
}
