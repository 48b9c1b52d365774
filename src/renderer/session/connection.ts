import type { Codec } from '../../core/contracts/codec.ts'
import type { ErrorCode, Failure } from '../../core/contracts/index.ts'
import { explained } from '../../core/contracts/index.ts'
import type { Since, WindowFrame } from '../../core/contracts/window-frame.ts'
import type { AnswerFrame, ReplyFrame } from '../../core/contracts/window.ts'
import type { Line, LineEnd, Link } from '../link/link.ts'

/**
 * Why a connection ended. `lost`: it broke, or something was missing on it. `unreadable`: what came
 * makes no sense, so that what is known cannot be trusted. `newer`: main is of a newer version.
 * `refused`: main does not want this window.
 */
export interface Ending {
  readonly why: 'lost' | 'unreadable' | 'newer' | 'refused'
  readonly code: ErrorCode
  readonly words: string
}

export interface ConnectionListener {
  readonly opened: () => void
  /** In order, none left out. */
  readonly frame: (frame: WindowFrame) => void
  readonly reply: (frame: ReplyFrame) => void
  readonly answer: (frame: AnswerFrame) => void
  /** Once; nothing comes after it. */
  readonly ended: (ending: Ending) => void
}

const NO_SESSION = 401

/**
 * One line to main from its first frame to its last: reads frames and sees that none is missing.
 */
export class Connection {
  readonly #codec: Codec
  readonly #listener: ConnectionListener
  readonly #line: Line
  readonly #resumes: boolean
  /** Of the last frame. */
  #number = 0
  #open = false
  #over = false

  /** @param since where this page had got to on an earlier line. */
  constructor(link: Link, codec: Codec, since: Since | undefined, listener: ConnectionListener) {
    this.#codec = codec
    this.#listener = listener
    this.#resumes = since !== undefined
    this.#line = link.connect(since, {
      opened: () => {
        if (this.#over) return
        this.#open = true
        listener.opened()
      },
      frame: (bytes) => {
        if (!this.#over) this.#read(bytes)
      },
      closed: (end) => {
        if (!this.#over) this.#end(endingOf(end))
      },
    })
  }

  /** Whether main has told how things stand, on this line. */
  get begun(): boolean {
    return this.#number > 0 && !this.#over
  }

  /** @returns false where nothing was sent. */
  send(text: string): boolean {
    return this.#open && !this.#over && this.#line.send(text)
  }

  /** Gives the line up for a reason of this page's. */
  drop(ending: Ending): void {
    if (this.#over) return
    this.#end(ending)
    this.#line.close()
  }

  /** Ends it; nothing is told. */
  close(): void {
    this.#over = true
    this.#line.close()
  }

  #read(bytes: Uint8Array): void {
    const decoded = this.#codec.decode(bytes)
    if (!decoded.ok) return this.drop(unread(decoded.error))
    const message = decoded.value
    if (message.kind !== 'window') return this.drop(senseless(explained('codec.shape/no-window')))
    const { frame } = message
    if (frame.kind === 'reply') return this.#listener.reply(frame)
    if (frame.kind === 'answer') return this.#listener.answer(frame)
    const first = this.#number === 0
    if (frame.number !== this.#number + 1) return this.drop(missing(frame.number, this.#number))
    if (first && frame.kind === 'changes')
      return this.drop(senseless(explained('codec.shape/of-nothing')))
    if (frame.kind === 'resumed' && !(first && this.#resumes)) {
      return this.drop(senseless(explained('codec.shape/elsewhere')))
    }
    this.#number = frame.number
    this.#listener.frame(frame)
  }

  #end(ending: Ending): void {
    this.#over = true
    this.#listener.ended(ending)
  }
}

function endingOf({ why, code, reason }: LineEnd): Ending {
  if (why === 'lost') return { why, code: 'bus.lost', words: reason }
  return { why, code: code === NO_SESSION ? 'web.session' : 'web.shape', words: reason }
}

function unread({ code, message }: Failure): Ending {
  return { why: code === 'codec.version' ? 'newer' : 'unreadable', code, words: message }
}

function missing(number: number, last: number): Ending {
  const { code, message } = explained('bus.lost/frames', { number, last })
  return { why: 'lost', code, words: message }
}

export function senseless({ code, message }: Failure): Ending {
  return { why: 'unreadable', code, words: message }
}
