import type { Codec } from '../../src/core/contracts/codec.ts'
import type { HistoryQuestion } from '../../src/core/contracts/index.ts'
import type { Answerer, History, Log } from '../../src/core/ports/index.ts'

/** Lets a history answer what comes through the door for questions. Every question is answered. */
export function answerQuestions(door: Answerer, history: History, codec: Codec, log: Log): void {
  const ask = async (
    { id, question }: HistoryQuestion,
    answer: (frame: Uint8Array) => void,
  ): Promise<void> => {
    const found = await history.query(question)
    answer(
      codec.encodeHistory(
        found.ok
          ? { kind: 'answer', id, answer: found.value }
          : { kind: 'no-answer', id, failure: found.error },
      ),
    )
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
    void ask(decoded.value.message, answer)
  })
}
