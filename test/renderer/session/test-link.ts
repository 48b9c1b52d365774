import type { Codec } from '../../../src/core/contracts/codec.ts'
import { createCodec } from '../../../src/core/contracts/codec.ts'
import type { Since } from '../../../src/core/contracts/window-frame.ts'
import type { ReplyFrame } from '../../../src/core/contracts/window.ts'
import type { WindowMessage } from '../../../src/core/contracts/wire/window.ts'
import type { Micros } from '../../../src/core/domain/index.ts'
import type { LineEnd, LineListener, Link } from '../../../src/renderer/link/link.ts'

export interface Request {
  readonly request: number
  readonly name: string
  readonly body: unknown
}

/** One line of a page, whose other end is the test. */
export class TestLine {
  readonly since: Since | undefined
  readonly sent: Request[] = []
  closedHere = false
  readonly #listener: LineListener
  readonly #codec: Codec = createCodec([])

  constructor(since: Since | undefined, listener: LineListener) {
    this.since = since
    this.#listener = listener
  }

  opened(): void {
    this.#listener.opened()
  }

  bytes(bytes: Uint8Array): void {
    this.#listener.frame(bytes)
  }

  frame(frame: WindowMessage): void {
    this.bytes(this.#codec.encodeWindow(frame, 1))
  }

  ends(end: Partial<LineEnd> = {}): void {
    this.#listener.closed({ why: 'lost', code: 1006, reason: 'broken', ...end })
  }

  reply(request: number, reply: Partial<ReplyFrame> = {}): void {
    this.frame({
      kind: 'reply',
      request,
      outcome: 'accepted',
      command: '',
      code: '',
      message: '',
      at: 0 as Micros,
      ...reply,
    })
  }

  /** Requests but those for the clock. */
  get asked(): readonly Request[] {
    return this.sent.filter(({ name }) => name !== 'clock.read')
  }
}

/** A link whose lines do what the test says. */
export class TestLink implements Link {
  readonly kind = 'memory'
  readonly lines: TestLine[] = []
  /** Called for each new line, once it is there. */
  onLine: (line: TestLine) => void = () => undefined

  get line(): TestLine {
    return this.lines.at(-1)!
  }

  readonly connect: Link['connect'] = (since, listener) => {
    const line = new TestLine(since, listener)
    this.lines.push(line)
    queueMicrotask(() => this.onLine(line))
    return {
      send: (text) => {
        line.sent.push(JSON.parse(text) as Request)
        return true
      },
      close: () => {
        line.closedHere = true
        line.ends({ code: 1000, reason: 'closed by this page' })
      },
    }
  }
}
