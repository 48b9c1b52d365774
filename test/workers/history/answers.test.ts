import { describe, expect, it } from 'vitest'
import { createMemoryHub } from '../../../src/adapters/bus/index.ts'
import { createCodec } from '../../../src/core/contracts/codec.ts'
import type { Answer, Question } from '../../../src/core/history/index.ts'
import type { History, Log } from '../../../src/core/ports/index.ts'
import { ok } from '../../../src/core/domain/index.ts'
import { answerQuestions } from '../../../workers/history/answers.ts'
import { START } from '../../core/engine/fixture/market.ts'
import { until } from '../../until.ts'
import { arranged } from './arrangement.ts'
import { Asker, EVER, TAPE } from './asker.ts'
import { walk } from './market-quotes.ts'

const SILVERS = { kind: 'ticks', symbol: 'SHFE.ag2012', ...EVER } as const
const QUESTION: Question = { ...SILVERS, tape: TAPE }

/** A door behind which a history answers as a test says. */
async function answering(query: () => Promise<Answer>) {
  const hub = createMemoryHub()
  const door = await hub.bus().answer({ address: 'answers' })
  if (!door.ok) throw new Error(door.error.message)
  const lines: string[] = []
  const line = (text: string): void => void lines.push(text)
  const log: Log = { info: line, warn: line, error: line }
  const history = { query: async () => ok(await query()) } as unknown as History
  answerQuestions(door.value, history, createCodec([]), log)
  return { lines, asker: new Asker(hub.bus(), { address: 'answers' }) }
}

describe('a question to the history process', () => {
  it('is answered with its own number, many at a time', async () => {
    const { gateway, asker } = await arranged()
    gateway.quotes(...walk(20))
    await asker.awaited(10, SILVERS)
    const counts = [1, 2, 3, 4, 5, 6, 7]
    const asked = counts.map((count) => {
      return asker.rows({ kind: 'last-ticks', symbol: 'SHFE.ag2012', count })
    })
    expect((await Promise.all(asked)).map((rows) => rows.length)).toEqual(counts)
  })

  it('is passed over where it is none, with a word to the log', async () => {
    const { asker, lines } = await arranged()
    const codec = createCodec([])
    await until(() => asker.say(Uint8Array.of(208, 1, 0, 0, 0x91)))
    const backward = { ...QUESTION, from: START, to: 0 }
    await asker.say(codec.encodeHistory({ kind: 'question', id: 1, question: backward }))
    await asker.say(
      codec.encodeHistory({
        kind: 'answer',
        id: 1,
        answer: { columns: [], rows: [], capped: false },
      }),
    )
    expect(await asker.rows(SILVERS)).toEqual([])
    const heard = lines.filter((line) => line.includes('question'))
    expect(heard).toEqual([
      expect.stringContaining('a question cannot be read'),
      expect.stringMatching(/cannot be read: .*from must not lie after to/),
      'what came through the door for questions is none: history',
    ])
  })

  it('is refused in words where its answer does not fit into a frame', async () => {
    const row = Array.from({ length: 20 }, (_, index) => index + 0.5)
    const rows = Array.from({ length: 100_000 }, () => row)
    const columns = row.map(String)
    const { asker } = await answering(() => Promise.resolve({ columns, rows, capped: false }))
    expect(await asker.reply(SILVERS)).toMatchObject({
      kind: 'no-answer',
      failure: {
        code: 'store.query',
        message: expect.stringContaining('100000 rows is too long') as string,
      },
    })
  })

  it('is answered in words where the store does not keep to its port', async () => {
    const { asker, lines } = await answering(() => Promise.reject(new Error('out of its mind')))
    expect(await asker.reply(SILVERS)).toMatchObject({
      kind: 'no-answer',
      failure: {
        code: 'store.query',
        message: expect.stringContaining('out of its mind') as string,
      },
    })
    expect(lines).toHaveLength(1)
  })
})
