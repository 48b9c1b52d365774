import type { Codec } from '../../src/core/contracts/codec.ts'
import type { Failure, HistoryQuestion } from '../../src/core/contracts/index.ts'
import { explained, failure } from '../../src/core/contracts/index.ts'
import type { Answerer, History, Log } from '../../src/core/ports/index.ts'

/** Bytes that a frame may have; and cells that surely make more of them. */
const LONGEST_FRAME = 16 * 1024 * 1024
const MOST_CELLS = 2_000_000

/** Lets a history answer what comes through the door for questions. Every question is answered. */
export function answerQuestions(door: Answerer, history: History, codec: Codec, log: Log): void {
  const ask = async ({ id, question }: HistoryQuestion): Promise<Uint8Array> => {
    const refused = (why: Failure): Uint8Array =>
      codec.encodeHistory({ kind: 'no-answer', id, failure: why })
    try {
      const found = await history.query(question)
      if (!found.ok) return refused(found.error)
      const { rows, columns } = found.value
      if (rows.length * columns.length > MOST_CELLS) return refused(tooLong(rows.length))
      const frame = codec.encodeHistory({ kind: 'answer', id, answer: found.value })
      return frame.length > LONGEST_FRAME ? refused(tooLong(rows.length)) : frame
    } catch (error) {
      const words = `the question ${question.kind} failed without an answer: ${String(error)}`
      log.error(words)
      return refused(failure('store.query', words))
    }
  }
  door.onQuestion((frame, answer) => {
    const decoded = codec.decode(frame)
    if (!decoded.ok) {
      // Nobody knows its number: the asker's deadline has to do.
      log.warn(`a question cannot be read: ${decoded.error.message} [${decoded.error.code}]`)
      return
    }
    if (decoded.value.kind !== 'history' || decoded.value.message.kind !== 'question') {
      log.warn(`what came through the door for questions is none: ${decoded.value.kind}`)
      return
    }
    void ask(decoded.value.message).then(answer)
  })
}

function tooLong(rows: number): Failure {
  return explained('store.query/too-long', { rows })
}
