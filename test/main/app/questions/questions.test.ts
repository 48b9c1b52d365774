import { describe, expect, it } from 'vitest'
import { createMemoryHub } from '../../../../src/adapters/bus/index.ts'
import { createCodec } from '../../../../src/core/contracts/codec.ts'
import type { Failure, HistoryQuestion } from '../../../../src/core/contracts/index.ts'
import { explained, failure } from '../../../../src/core/contracts/index.ts'
import type { Micros } from '../../../../src/core/domain/index.ts'
import { Questions } from '../../../../src/main/app/questions/index.ts'
import { MOST_WAITING } from '../../../../src/main/app/questions/questions.ts'
import { TAPE } from '../../../workers/history/asker.ts'
import { until } from '../../../until.ts'

const POSITIONS = { kind: 'positions', tape: TAPE } as const
const ANSWER = { columns: ['a'], rows: [[1], [2]], capped: false }
const codec = createCodec([])

/** A history process that answers as a test says, and who asks it. */
async function opened(there = true) {
  const hub = createMemoryHub()
  const heard: HistoryQuestion[] = []
  const answers: ((frame: Uint8Array) => void)[] = []
  if (there) {
    const door = await hub.bus().answer({ address: 'answers' })
    if (!door.ok) throw new Error(door.error.message)
    door.value.onQuestion((frame, answer) => {
      const decoded = codec.decode(frame)
      if (!decoded.ok || decoded.value.kind !== 'history') throw new Error('no question')
      if (decoded.value.message.kind === 'question') heard.push(decoded.value.message)
      answers.push(answer)
    })
  }
  const line = hub.bus().ask({ address: 'answers' })
  if (!line.ok) throw new Error(line.error.message)
  const state = { now: 0, trouble: undefined as Failure | undefined }
  const questions = new Questions({
    line: line.value,
    codec,
    trouble: () => state.trouble,
    now: () => state.now as Micros,
  })
  // The line may just be coming up.
  if (there) await until(() => line.value.ask(codec.encodeHistory(question(0))))
  await until(() => !there || heard.length > 0)
  heard.length = 0
  answers.length = 0
  const answered = async (count: number): Promise<void> => until(() => answers.length >= count)
  return { questions, heard, answers, answered, state }
}

function question(id: number): HistoryQuestion {
  return { kind: 'question', id, question: POSITIONS }
}

/** What a window would read. */
function rowsOf(parts: Iterable<Uint8Array>): readonly unknown[] {
  return [...parts].flatMap((bytes) => {
    const decoded = codec.decode(bytes)
    if (!decoded.ok || decoded.value.kind !== 'window') throw new Error('no frame')
    const { frame } = decoded.value
    return frame.kind === 'answer' ? frame.answer.rows : []
  })
}

describe('a question of a window', () => {
  it('is answered by the history, whatever comes between', async () => {
    const { questions, heard, answers, answered } = await opened()
    const [one, two] = [questions.ask(POSITIONS), questions.ask(POSITIONS)]
    await answered(2)
    const slow = failure('store.slow', 'not today')
    answers[1]!(Uint8Array.of(1, 2, 3))
    answers[1]!(codec.encodeHistory({ kind: 'no-answer', id: heard[1]!.id, failure: slow }))
    answers[0]!(codec.encodeHistory({ kind: 'answer', id: 99, answer: ANSWER }))
    answers[0]!(codec.encodeHistory({ kind: 'answer', id: heard[0]!.id, answer: ANSWER }))
    expect(await two).toEqual({ ok: false, error: slow })
    const found = await one
    expect(found.ok && rowsOf(found.value.parts(4, 1))).toEqual([[1], [2]])
    expect(questions.waiting).toBe(0)
  })

  it('leaves the history a little less time than it has itself', async () => {
    const { questions, heard, answered } = await opened()
    const bounds = [undefined, 1_000, 100, 1].map((deadlineMillis) =>
      deadlineMillis === undefined ? POSITIONS : { ...POSITIONS, deadlineMillis },
    )
    for (const asked of bounds) void questions.ask(asked)
    await answered(4)
    expect(heard.map(({ question: { deadlineMillis } }) => deadlineMillis)).toEqual([
      4_900, 900, 50, 1,
    ])
  })

  it('is refused at its deadline where nobody answers, and a late answer finds nobody', async () => {
    const { questions, heard, answers, answered, state } = await opened()
    const asked = questions.ask({ ...POSITIONS, deadlineMillis: 300 })
    await answered(1)
    state.now = 299_999
    questions.look()
    expect(questions.waiting).toBe(1)
    state.now = 300_000
    questions.look()
    expect(await asked).toEqual({
      ok: false,
      error: explained('store.slow/no-answer', { millis: 300 }),
    })
    answers[0]!(codec.encodeHistory({ kind: 'answer', id: heard[0]!.id, answer: ANSWER }))
    expect(questions.waiting).toBe(0)
  })

  it('is refused at once where the history process is not there', async () => {
    const { questions } = await opened(false)
    expect(await questions.ask(POSITIONS)).toEqual({
      ok: false,
      error: explained('worker.lost/history-unreached'),
    })
  })

  it('is refused at once where it is known to be silent', async () => {
    const { questions, heard, state } = await opened()
    state.trouble = explained('worker.lost/history-silent', { name: 'history' })
    expect(await questions.ask(POSITIONS)).toEqual({
      ok: false,
      error: { code: 'worker.lost', message: 'history is silent: nothing was asked' },
    })
    expect(heard).toEqual([])
  })

  it('is refused where there is no history at all', async () => {
    const parts = { line: undefined, codec, trouble: () => undefined, now: () => 0 as Micros }
    const found = await new Questions(parts).ask(POSITIONS)
    expect(found).toEqual({ ok: false, error: explained('worker.lost/no-history') })
  })

  it('is refused where far too many wait', async () => {
    const { questions } = await opened()
    for (let count = 0; count < MOST_WAITING; count++) void questions.ask(POSITIONS)
    expect(await questions.ask(POSITIONS)).toEqual({
      ok: false,
      error: explained('command.state/questions-of-all', { most: MOST_WAITING }),
    })
  })

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'positions'],
    ['no kind', { tape: TAPE }],
    ['a kind of every object', { ...POSITIONS, kind: 'constructor' }],
    ['another place’s fields', { kind: 'ticks', tape: TAPE, symbol: 7, from: 0, to: 1 }],
    ['a span that runs backward', { kind: 'fills', tape: TAPE, from: 2, to: 1 }],
    ['no tape', { kind: 'positions' }],
    ['a field that is an object', { ...POSITIONS, more: { $gt: 0 } }],
    ['a field without end', { ...POSITIONS, more: Infinity }],
    ['a deadline without end', { ...POSITIONS, deadlineMillis: 1e12 }],
    ['more rows than any answer has', { ...POSITIONS, rows: 1e9 }],
    ['a tape with a hole', { kind: 'positions', tape: { ...TAPE, profile: null } }],
  ])('is refused where it is %s, and the history hears nothing', async (_, asked) => {
    const { questions, heard } = await opened()
    expect(await questions.ask(asked)).toMatchObject({
      ok: false,
      error: { code: 'command.shape', message: expect.stringContaining('history.ask: ') as string },
    })
    expect([heard, questions.waiting]).toEqual([[], 0])
  })
})
