import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Question, Row, Tape } from '../../../src/core/history/index.ts'
import type { History } from '../../../src/core/ports/index.ts'
import { ok } from '../../../src/core/domain/index.ts'
import { AT } from '../../core/history/row-fixture.ts'
import { madeUpBooks, madeUpTicks, NO_RECORDINGS, recordedTicks, SPAN, SYMBOLS } from './market.ts'
import { distinct, expectedAnswer } from './oracle.ts'
import type { Store } from './stores.ts'
import { STORES } from './stores.ts'

const TAPE: Tape = { mode: 'paper', profile: 'p1', runId: '' }
/** Tapes that differ in one part each, in the same tables. */
const OTHERS: readonly Tape[] = [
  { ...TAPE, mode: 'live' },
  { ...TAPE, profile: 'p2' },
  { ...TAPE, mode: 'replay', runId: 'r1' },
]

const MINUTE = 60_000_000
const middle = { from: AT + 5 * MINUTE, to: AT + 10 * MINUTE }

function aboutTicks(tape: Tape, symbol: string, span: typeof SPAN): readonly Question[] {
  const of = { tape, symbol, ...span }
  return [
    { kind: 'last-ticks', tape, symbol, count: 7 },
    { kind: 'ticks', ...of },
    { kind: 'ticks', ...of, rows: 5 },
    { kind: 'bars', ...of, length: MINUTE },
    { kind: 'bars', ...of, length: 500_000 },
    { kind: 'bars', ...of, length: span.from > AT ? MINUTE : 1_440 * MINUTE },
    { kind: 'chart', ...of, buckets: 100 },
    { kind: 'chart', ...of, buckets: 7 },
  ]
}

function aboutMarket(tape: Tape, span: typeof SPAN): readonly Question[] {
  return [
    { kind: 'latest', tape, ...span },
    { kind: 'coverage', tape, ...span },
    { kind: 'tapes', ...span },
  ]
}

function aboutBooks(tape: Tape, span: typeof SPAN): readonly Question[] {
  const of = { tape, ...span }
  return [
    { kind: 'stored-bars', symbol: SYMBOLS[0], ...of, length: MINUTE },
    { kind: 'fills', ...of },
    { kind: 'fills', ...of, rows: 1 },
    { kind: 'positions', tape },
    { kind: 'orders', tape, from: span.from },
    { kind: 'order-events', tape, orderId: 'o1' },
    { kind: 'account', ...of },
    { kind: 'signals', owner: 'alpha', ...of },
    { kind: 'decisions', owner: 'beta', ...of },
    { kind: 'acks', ...of },
    { kind: 'settlements', ...of },
  ]
}

function everything(tape: Tape, span: typeof SPAN): readonly Question[] {
  return [
    ...aboutTicks(tape, SYMBOLS[0], span),
    ...aboutTicks(tape, SYMBOLS[2], span),
    ...aboutMarket(tape, span),
    ...aboutBooks(tape, span),
  ]
}

/** Each question with its answer. */
async function answered(history: History, questions: readonly Question[]): Promise<unknown> {
  const answers: unknown[] = []
  for (const question of questions) {
    answers.push([question, await history.query({ ...question, deadlineMillis: 30_000 })])
  }
  return answers
}

/** Each question with the answer that the rows give. */
function expected(rows: readonly Row[], questions: readonly Question[]): unknown {
  return questions.map((question) => [question, ok(expectedAnswer(rows, question))])
}

async function written(history: History, rows: readonly Row[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 1_000) {
    expect(await history.write(rows.slice(from, from + 1_000))).toEqual(ok(undefined))
  }
}

describe.each(STORES)('answers of $name', ({ why, start }) => {
  let store: Store
  beforeAll(async () => {
    if (why === '') store = await start()
  })
  afterAll(async () => {
    if (why === '') await store.end()
  })

  it.skipIf(why !== '')(`are all empty before the first row${why}`, async () => {
    const questions = everything(TAPE, SPAN)
    expect(await answered(store.history, questions)).toEqual(expected([], questions))
  })

  it.skipIf(why !== '')(
    `are what the rows say, on a made-up market with other tapes beside it${why}`,
    async () => {
      const sent = [TAPE, ...OTHERS].flatMap((tape, index) => [
        ...madeUpTicks(tape, 7 + index),
        ...madeUpBooks(tape),
      ])
      await written(store.history, sent)
      await store.settled()
      const rows = distinct(sent)
      for (const tape of [TAPE, OTHERS[2]!]) {
        for (const span of [SPAN, middle, { from: 0, to: AT }]) {
          const questions = everything(tape, span)
          expect(await answered(store.history, questions)).toEqual(expected(rows, questions))
        }
      }
    },
  )

  it.skipIf(why !== '' || NO_RECORDINGS !== '')(
    `are what the rows say, on real ticks${why}${NO_RECORDINGS}`,
    async () => {
      const tape: Tape = { mode: 'monitor', profile: 'recorded', runId: '' }
      const symbols = ['SHFE.ag2012', 'CZCE.FG101', 'DCE.m2101']
      const sent = await recordedTicks(tape, symbols)
      await written(store.history, sent)
      await store.settled()
      const span = { from: sent[0]!.ts - (sent[0]!.ts % MINUTE), to: sent.at(-1)!.ts + 1 }
      const questions = [
        ...symbols.flatMap((symbol) => aboutTicks(tape, symbol, span)),
        ...aboutMarket(tape, span).filter(({ kind }) => kind !== 'tapes'),
      ]
      expect(await answered(store.history, questions)).toEqual(expected(sent, questions))
    },
  )
})
