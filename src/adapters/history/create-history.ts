import type { ErrorCode, Failure } from '../../core/contracts/index.ts'
import { explained, failure } from '../../core/contracts/index.ts'
import type { Result } from '../../core/domain/index.ts'
import { failed, ok } from '../../core/domain/index.ts'
import type { Answer, Question, Row } from '../../core/history/index.ts'
import { batchFault, questionFault, USUAL_DEADLINE } from '../../core/history/index.ts'
import type { History, HistoryStatus } from '../../core/ports/index.ts'
import { by, LATE, now } from './deadline.ts'
import type { Engine } from './engine.ts'
import { answerQuestion } from './sql/answer.ts'
import { isHeavy } from './sql/heavy.ts'
import { Turns } from './turns.ts'

/** A history out of an engine: what all stores have in common. */
export function createHistory(engine: Engine): History {
  return new EngineHistory(engine)
}

/** After these the store is prepared again before the next row or question. */
const BREAKS: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'store.unreachable',
  'store.schema',
  'store.config',
])

class EngineHistory implements History {
  readonly #engine: Engine
  readonly #doors = { heavy: new Turns(), light: new Turns() }
  #ready: Promise<Result<void, Failure>> | undefined
  #writing: Promise<unknown> = Promise.resolve()
  #failure: Failure | undefined
  #rows = 0
  #isClosed = false

  constructor(engine: Engine) {
    this.#engine = engine
  }

  write(batch: readonly Row[]): Promise<Result<void, Failure>> {
    const written = this.#writing.then(async () => this.#noted(await this.#write(batch)))
    this.#writing = written
    return written
  }

  async query(question: Question): Promise<Result<Answer, Failure>> {
    const fault = questionFault(question)
    if (fault !== undefined) {
      return failed(failure('store.query', `history cannot be asked so: ${fault}`))
    }
    const deadline = now() + (question.deadlineMillis ?? USUAL_DEADLINE)
    const lane = isHeavy(question.kind) ? 'heavy' : 'light'
    const answer = await this.#doors[lane].take(deadline, async () => {
      const ready = await by(deadline, this.#prepared())
      if (ready === LATE) return failed(this.#unready())
      if (!ready.ok) return ready
      return answerQuestion(question, this.#engine.dialect, (statement) =>
        this.#engine.run(lane, statement, deadline),
      )
    })
    return this.#noted(answer)
  }

  status(): HistoryStatus {
    const { name, place } = this.#engine
    const questions = this.#doors.heavy.length + this.#doors.light.length
    return { engine: name, place, failure: this.#failure, rows: this.#rows, questions }
  }

  async close(): Promise<void> {
    if (this.#isClosed) return
    this.#isClosed = true
    await this.#writing
    await this.#engine.close()
  }

  async #write(batch: readonly Row[]): Promise<Result<void, Failure>> {
    if (batch.length === 0) return ok(undefined)
    const fault = batchFault(batch)
    if (fault !== undefined) return failed(explained('store.refused/batch', { fault }))
    const ready = await this.#prepared()
    if (!ready.ok) return ready
    const written = await this.#engine.write(batch)
    if (written.ok) this.#rows += batch.length
    return written
  }

  #prepared(): Promise<Result<void, Failure>> {
    if (this.#isClosed) {
      return Promise.resolve(failed(explained('store.unreachable/history-closed')))
    }
    return (this.#ready ??= this.#engine.prepare())
  }

  #noted<Value>(result: Result<Value, Failure>): Result<Value, Failure> {
    this.#failure = result.ok ? undefined : result.error
    if (!result.ok && BREAKS.has(result.error.code)) this.#ready = undefined
    return result
  }

  #unready(): Failure {
    return explained('store.slow/tables', { place: this.#engine.place })
  }
}
