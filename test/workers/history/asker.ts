import { createCodec } from '../../../src/core/contracts/codec.ts'
import type { HistoryReply } from '../../../src/core/contracts/index.ts'
import type { Answer, Cell, Question, Tape } from '../../../src/core/history/index.ts'
import type { Asker as Line, Bus, Endpoint } from '../../../src/core/ports/index.ts'
import { until } from '../../until.ts'

type Distributed<Each> = Each extends Question ? Omit<Each, 'tape'> : never
type Asked = Distributed<Question>

export type Cells = Readonly<Record<string, Cell>>

export const TAPE: Tape = { mode: 'simulated', profile: 'default', runId: '' }

/** All of time. */
export const EVER = { from: 0, to: Number.MAX_SAFE_INTEGER }

/** Somebody who asks a history, through its door. */
export class Asker {
  readonly #line: Line
  readonly #tape: Tape
  readonly #codec = createCodec([])
  readonly #replies = new Map<number, HistoryReply>()
  #ids = 0

  constructor(bus: Bus, endpoint: Endpoint, tape = TAPE) {
    this.#tape = tape
    const line = bus.ask(endpoint)
    if (!line.ok) throw new Error(line.error.message)
    this.#line = line.value
    this.#line.onAnswer((frame) => {
      const decoded = this.#codec.decode(frame)
      if (!decoded.ok || decoded.value.kind !== 'history') throw new Error('no answer came')
      const { message } = decoded.value
      if (message.kind !== 'question') this.#replies.set(message.id, message)
    })
  }

  /** Something that is no question. */
  say(frame: Uint8Array): Promise<boolean> {
    return this.#line.ask(frame)
  }

  async reply(asked: Asked): Promise<HistoryReply> {
    const id = ++this.#ids
    const question = { tape: this.#tape, ...asked } as Question
    const frame = this.#codec.encodeHistory({ kind: 'question', id, question })
    await until(() => this.#line.ask(frame))
    await until(() => this.#replies.has(id))
    return this.#replies.get(id)!
  }

  async answer(asked: Asked): Promise<Answer> {
    const reply = await this.reply(asked)
    if (reply.kind !== 'answer')
      throw new Error(reply.kind === 'no-answer' ? reply.failure.message : '')
    return reply.answer
  }

  /** The rows of an answer, each cell under its column. */
  async rows(asked: Asked): Promise<readonly Cells[]> {
    return cellsOf(await this.answer(asked))
  }

  /** The rows once there are so many, or what there is after a while. */
  async awaited(count: number, asked: Asked, within = 20_000): Promise<readonly Cells[]> {
    let found: readonly Cells[] = []
    const isThere = async (): Promise<boolean> => {
      const reply = await this.reply(asked)
      if (reply.kind === 'answer') found = cellsOf(reply.answer)
      return found.length >= count
    }
    await until(isThere, within).catch(() => undefined)
    return found
  }
}

function cellsOf({ columns, rows }: Answer): readonly Cells[] {
  return rows.map((row) => Object.fromEntries(columns.map((name, index) => [name, row[index]!])))
}
