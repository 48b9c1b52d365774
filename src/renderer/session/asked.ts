import type { Failure } from '../../core/contracts/index.ts'
import { explained, failure } from '../../core/contracts/index.ts'
import type { AnswerFrame, CommandReply, ReplyFrame } from '../../core/contracts/window.ts'
import type { WindowCommandName, WindowCommands } from '../../core/contracts/window.ts'
import { requestText } from '../../core/contracts/request-text.ts'
import type { Result } from '../../core/domain/index.ts'
import { failed, ok } from '../../core/domain/index.ts'
import type { Answer, Question } from '../../core/history/index.ts'
import { USUAL_DEADLINE } from '../../core/history/index.ts'
import type { SessionParts } from './parts.ts'

/** Main answers within half a second: what takes longer than this is not known to be done. */
const REPLY_WITHIN = 3_000
/** What main may take longer than the history does. */
const WAY = 2_000

interface Waiting {
  readonly reply: (frame: ReplyFrame) => void
  readonly answer: (frame: AnswerFrame) => void
  /** Nobody will say what became of it. */
  readonly lost: (why: Failure) => void
  readonly cancel: () => void
}

interface Asking extends Omit<Waiting, 'cancel'> {
  readonly name: WindowCommandName
  readonly body: WindowCommands[WindowCommandName]['request']
  /** Milliseconds. */
  readonly within: number
}

/** What this page asked and has no answer to yet. Nothing is sent twice. */
export class Asked {
  readonly #after: SessionParts['after']
  readonly #send: (text: string) => boolean
  readonly #waiting = new Map<number, Waiting>()
  #count = 0

  /** @param send to main, now or never: false where nothing was sent. */
  constructor(after: SessionParts['after'], send: (text: string) => boolean) {
    this.#after = after
    this.#send = send
  }

  command(name: WindowCommandName, body: Asking['body']): Promise<CommandReply> {
    return new Promise((resolve) => {
      const sent = this.#ask({
        name,
        body,
        within: REPLY_WITHIN,
        reply: ({ outcome, command, code, message }) =>
          resolve({ outcome, command, code, message }),
        answer: () => resolve(unknown('an answer came where none was asked for')),
        lost: ({ message }) => resolve(unknown(message)),
      })
      if (!sent) resolve(unsent())
    })
  }

  question(question: Question): Promise<Result<Answer, Failure>> {
    const rows: Answer['rows'][number][] = []
    return new Promise((resolve) => {
      const sent = this.#ask({
        name: 'history.ask',
        body: { question },
        within: (question.deadlineMillis ?? USUAL_DEADLINE) + WAY,
        reply: (frame) => resolve(failed(refusalOf(frame))),
        answer: ({ answer, more }) => {
          for (const row of answer.rows) rows.push(row)
          if (!more) resolve(ok({ ...answer, rows }))
        },
        lost: (why) => resolve(failed(why)),
      })
      if (!sent) resolve(failed(explained('worker.lost/no-line')))
    })
  }

  /** @param answered is called in the very moment of the answer. @returns whether it was asked. */
  stamp(answered: (at: ReplyFrame['at']) => void): boolean {
    return this.#ask({
      name: 'clock.read',
      body: {},
      within: REPLY_WITHIN,
      reply: ({ at, outcome }) => {
        if (outcome === 'accepted') answered(at)
      },
      answer: () => undefined,
      lost: () => undefined,
    })
  }

  replied(frame: ReplyFrame): void {
    this.#take(frame.request)?.reply(frame)
  }

  answered(frame: AnswerFrame): void {
    const waiting = frame.more ? this.#waiting.get(frame.request) : this.#take(frame.request)
    waiting?.answer(frame)
  }

  /** The line is gone: whatever was under way on it may have been done, or not. */
  lost(why: Failure): void {
    for (const request of this.#waiting.keys()) this.#take(request)?.lost(why)
  }

  #ask({ name, body, within, ...waiting }: Asking): boolean {
    const request = ++this.#count
    const cancel = this.#after(within, () => {
      this.#take(request)?.lost(explained('worker.lost/late', { seconds: within / 1000 }))
    })
    this.#waiting.set(request, { ...waiting, cancel })
    const sent = this.#send(requestText({ request, name, body }))
    if (!sent) this.#take(request)
    return sent
  }

  #take(request: number): Waiting | undefined {
    const waiting = this.#waiting.get(request)
    this.#waiting.delete(request)
    waiting?.cancel()
    return waiting
  }
}

function unknown(words: string): CommandReply {
  const message = `${words}; orders and the log will tell. It is not sent again`
  return { outcome: 'unknown', command: '', code: '', message }
}

function unsent(): CommandReply {
  return { outcome: 'refused', command: '', ...explained('worker.lost/no-line') }
}

function refusalOf({ code, message }: ReplyFrame): Failure {
  return failure(code === '' ? 'worker.lost' : code, message)
}
