import type { OpenedAnswer } from '../../../core/contracts/answer-parts.ts'
import { openAnswer } from '../../../core/contracts/answer-parts.ts'
import type { Codec } from '../../../core/contracts/codec.ts'
import type { Failure } from '../../../core/contracts/index.ts'
import { explained, failure } from '../../../core/contracts/index.ts'
import type { Micros, Result } from '../../../core/domain/index.ts'
import { MICROS_PER_MILLISECOND, failed, ok } from '../../../core/domain/index.ts'
import type { Question } from '../../../core/history/index.ts'
import { USUAL_DEADLINE, questionFault } from '../../../core/history/index.ts'
import type { Asker } from '../../../core/ports/index.ts'

/** Questions of all windows that may wait at once. */
export const MOST_WAITING = 64
/** What the way there and back may take of a question's time. */
const WAY = 100

export interface QuestionsParts {
  /** The line to the history process; undefined where there is none. */
  readonly line: Asker | undefined
  readonly codec: Codec
  /** Why it is of no use to ask just now; undefined where it is. */
  readonly trouble: () => Failure | undefined
  /** Monotonic. */
  readonly now: () => Micros
}

interface Waiting {
  readonly until: number
  readonly deadline: number
  readonly answer: (answer: Result<OpenedAnswer, Failure>) => void
}

/**
 * Asks the history process for windows. Every question is answered, by its deadline at the latest.
 */
export class Questions {
  readonly #parts: QuestionsParts
  readonly #waiting = new Map<number, Waiting>()
  #count = 0

  constructor(parts: QuestionsParts) {
    this.#parts = parts
    parts.line?.onAnswer((frame) => this.#answered(frame))
  }

  /** How many wait for their answers. */
  get waiting(): number {
    return this.#waiting.size
  }

  /**
   * @param question as it came from outside: nothing of it is trusted.
   * @returns `command.shape` for what is no question, `command.state` while too many wait,
   *   `worker.lost` where the history process is not there, `store.slow` once the deadline is over,
   *   and whatever the store fails with. Never rejects.
   */
  async ask(question: unknown): Promise<Result<OpenedAnswer, Failure>> {
    const { line, now, trouble } = this.#parts
    const id = ++this.#count
    const made = this.#frameOf(id, question)
    if (!made.ok) return made
    if (line === undefined) return failed(explained('worker.lost/no-history'))
    const why = trouble()
    if (why !== undefined) return failed(why)
    if (this.#waiting.size >= MOST_WAITING) {
      return failed(explained('command.state/questions-of-all', { most: MOST_WAITING }))
    }
    const { frame, deadline } = made.value
    const answer = new Promise<Result<OpenedAnswer, Failure>>((resolve) => {
      const until = now() + deadline * MICROS_PER_MILLISECOND
      this.#waiting.set(id, { until, deadline, answer: resolve })
    })
    if (!(await line.ask(frame))) {
      this.#settle(id, failed(explained('worker.lost/history-unreached')))
    }
    return answer
  }

  /** To be called every 50 ms. */
  look(): void {
    const now = this.#parts.now()
    for (const [id, { until, deadline }] of this.#waiting) {
      if (now < until) continue
      this.#settle(id, failed(explained('store.slow/no-answer', { millis: deadline })))
    }
  }

  /** The history process has a little less time than whoever asks, so that its own word comes. */
  #frameOf(
    id: number,
    value: unknown,
  ): Result<{ readonly frame: Uint8Array; readonly deadline: number }, Failure> {
    const question = value as Question
    const fault = questionFault(question)
    if (fault !== undefined) return misshapen(fault)
    const deadline = question.deadlineMillis ?? USUAL_DEADLINE
    const deadlineMillis = Math.max(deadline - WAY, Math.ceil(deadline / 2))
    const asked: Question = { ...question, deadlineMillis }
    try {
      const frame = this.#parts.codec.encodeHistory({ kind: 'question', id, question: asked })
      return ok({ frame, deadline })
    } catch (error) {
      return misshapen(error instanceof Error ? error.message : String(error))
    }
  }

  #answered(frame: Uint8Array): void {
    const opened = openAnswer(frame)
    if (opened !== undefined) return this.#settle(opened.id, ok(opened))
    const decoded = this.#parts.codec.decode(frame)
    if (!decoded.ok || decoded.value.kind !== 'history') return
    const { message } = decoded.value
    if (message.kind === 'no-answer') this.#settle(message.id, failed(message.failure))
  }

  /** One that comes after the deadline finds nobody. */
  #settle(id: number, answer: Result<OpenedAnswer, Failure>): void {
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    waiting?.answer(answer)
  }
}

function misshapen(message: string): Result<never, Failure> {
  return failed(failure('command.shape', `history.ask: ${message}`))
}
