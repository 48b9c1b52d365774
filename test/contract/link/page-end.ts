import { sayingText } from '../../../src/core/contracts/index.ts'
import { createCodec } from '../../../src/core/contracts/codec.ts'
import type { Since, WindowFrame } from '../../../src/core/contracts/window-frame.ts'
import type { AnswerFrame, ReplyFrame } from '../../../src/core/contracts/window.ts'
import type { Replica } from '../../../src/core/replica/index.ts'
import { mirrorOf, takeChanges } from '../../../src/core/replica/index.ts'
import type { Line, LineEnd, LineListener, Link } from '../../../src/renderer/link/link.ts'
import { until } from '../../until.ts'

/** A page that reads what comes, in the simplest way. */
export class PageEnd {
  readonly frames: WindowFrame[] = []
  readonly replies: ReplyFrame[] = []
  readonly answers: AnswerFrame[] = []
  /** Kinds of everything in the order in which it came. */
  readonly kinds: string[] = []
  readonly ends: LineEnd[] = []
  mirror: Replica | undefined
  since: Since | undefined
  line: Line
  #opened = 0
  #inside = false
  readonly #link: Link
  readonly #codec = createCodec([])

  constructor(link: Link, since?: Since) {
    this.#link = link
    this.line = this.#connect(since)
  }

  /** Goes on from where it was, on a line of its own. */
  again(): void {
    this.line = this.#connect(this.since)
  }

  async connected(): Promise<this> {
    const before = this.frames.length
    await until(() => this.frames.length > before)
    return this
  }

  /** Numbers that the facts of the log carry. */
  get told(): readonly number[] {
    return this.frames.flatMap((frame) =>
      frame.kind === 'changes'
        ? frame.facts.flatMap(({ fact }) =>
            fact.kind === 'health' ? [parseInt(sayingText(fact.saying))] : [],
          )
        : [],
    )
  }

  get quotes(): number {
    return this.frames.reduce(
      (sum, frame) => sum + ('quotes' in frame ? frame.quotes.length : 0),
      0,
    )
  }

  #connect(since: Since | undefined): Line {
    this.#inside = true
    const line = this.#link.connect(since, this.#listener())
    this.#inside = false
    return line
  }

  #listener(): LineListener {
    let number = 0
    const lines = ++this.#opened
    const sound = (): void => {
      if (this.#inside) throw new Error('something was told before connect returned')
      if (this.ends.length >= lines) throw new Error('something was told after the end')
    }
    return {
      opened: sound,
      closed: (end) => {
        sound()
        this.ends.push(end)
      },
      frame: (bytes) => {
        sound()
        const decoded = this.#codec.decode(bytes)
        if (!decoded.ok) throw new Error(decoded.error.message)
        if (decoded.value.kind !== 'window') throw new Error(decoded.value.kind)
        const { frame } = decoded.value
        this.kinds.push(frame.kind)
        if (frame.kind === 'reply') return void this.replies.push(frame)
        if (frame.kind === 'answer') return void this.answers.push(frame)
        if (frame.number !== ++number) throw new Error(`frame ${frame.number} after ${number - 1}`)
        this.#take(frame)
      },
    }
  }

  #take(frame: WindowFrame): void {
    this.frames.push(frame)
    const life = frame.kind === 'opening' ? frame.origin.epoch : (this.since?.life ?? 0)
    this.since = { life, position: frame.position }
    if (frame.kind === 'opening') this.mirror = mirrorOf(frame)
    else if (frame.kind === 'changes') takeChanges(this.mirror!, frame)
  }
}
