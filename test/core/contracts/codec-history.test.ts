import { describe, expect, it } from 'vitest'
import { createCodec } from '../../../src/core/contracts/codec.ts'
import type { HistoryQuestion, HistoryReply } from '../../../src/core/contracts/index.ts'
import type { Question, Tape } from '../../../src/core/history/index.ts'

const codec = createCodec([])
const tape: Tape = { mode: 'paper', profile: 'default', runId: '' }
const span = { from: 1_700_000_000_000_000, to: 1_700_000_060_000_000 }

const QUESTIONS: readonly Question[] = [
  { kind: 'last-ticks', tape, symbol: 'SHFE.cu2412', count: 500 },
  { kind: 'ticks', tape, symbol: 'SHFE.cu2412', ...span, rows: 20_000, deadlineMillis: 900 },
  { kind: 'bars', tape, symbol: 'SHFE.cu2412', ...span, length: 1_000_000 },
  { kind: 'chart', tape, symbol: 'SHFE.cu2412', ...span, buckets: 800 },
  { kind: 'fills', tape, ...span },
  { kind: 'positions', tape },
  { kind: 'order-events', tape, orderId: 'main-1-1-1' },
  { kind: 'decisions', tape, owner: 'rule', ...span },
  { kind: 'tapes', ...span },
]

describe('a question to the history', () => {
  it.each(QUESTIONS)('travels whole: $kind', (question) => {
    const message: HistoryQuestion = { kind: 'question', id: 7, question }
    expect(codec.decode(codec.encodeHistory(message))).toEqual({
      ok: true,
      value: { kind: 'history', message },
    })
  })

  it.each<[string, object]>([
    ['of a kind that does not exist', { kind: 'everything' }],
    ['without a tape', { tape: undefined }],
    ['with a span that runs backward', { from: 2, to: 1 }],
    ['for more rows than there may be', { rows: 1e9 }],
  ])('is refused %s', (_, change) => {
    const question = { ...QUESTIONS[1], ...change } as Question
    const decoded = codec.decode(codec.encodeHistory({ kind: 'question', id: 1, question }))
    expect(decoded).toMatchObject({ ok: false, error: { code: 'codec.shape' } })
  })
})

describe('an answer of the history', () => {
  it.each<HistoryReply>([
    {
      kind: 'answer',
      id: 7,
      answer: {
        columns: ['ts', 'last', 'note', 'features'],
        rows: [
          [1, NaN, '', [0.5, NaN]],
          [2, 71_230.5, 'x', []],
        ],
        capped: true,
      },
    },
    { kind: 'no-answer', id: 8, failure: { code: 'store.slow', message: 'no answer in 5 s' } },
  ])('travels whole: $kind', (message) =>
    expect(codec.decode(codec.encodeHistory(message))).toEqual({
      ok: true,
      value: { kind: 'history', message },
    }),
  )
})
