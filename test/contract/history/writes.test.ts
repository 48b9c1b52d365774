import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ok } from '../../../src/core/domain/index.ts'
import type { Answer, Question, Row, Tape } from '../../../src/core/history/index.ts'
import type { History } from '../../../src/core/ports/index.ts'
import { refused } from '../../core/contracts/told.ts'
import { arbitraryRow, AT, rowFixture } from '../../core/history/row-fixture.ts'
import { columnsOf, madeUpBooks, madeUpTicks, SPAN, SYMBOLS } from './market.ts'
import { distinct, expectedAnswer } from './oracle.ts'
import type { Store } from './stores.ts'
import { STORES } from './stores.ts'

let tapes = 0
/** A tape that no test wrote to before. */
function newTape(): Tape {
  return { mode: 'simulated', profile: `w${tapes++}`, runId: '' }
}

async function answer(history: History, question: Question): Promise<Answer> {
  const answered = await history.query({ ...question, deadlineMillis: 30_000 })
  if (!answered.ok) throw new Error(answered.error.message)
  return answered.value
}

/** What is there of a tape: its ticks and books, whole. */
function wholeOf(tape: Tape): readonly Question[] {
  const of = { tape, from: 0, to: Number.MAX_SAFE_INTEGER }
  return [
    ...SYMBOLS.map((symbol) => ({ kind: 'ticks', symbol, ...of }) as const),
    { kind: 'fills', ...of },
    { kind: 'orders', ...of },
    { kind: 'positions', tape },
    { kind: 'account', ...of },
    { kind: 'decisions', owner: 'alpha', ...of },
    { kind: 'acks', ...of },
    { kind: 'settlements', ...of },
  ]
}

/** What should be there of a tape. */
function wanted(tape: Tape, sent: readonly Row[]): readonly Answer[] {
  const rows = distinct(sent)
  return wholeOf(tape).map((question) => expectedAnswer(rows, question))
}

describe.each(STORES)('rows written to $name', ({ why, start }) => {
  let store: Store
  beforeAll(async () => {
    if (why === '') store = await start()
  })
  afterAll(async () => {
    if (why === '') await store.end()
  })

  /** All that is there of a tape. */
  async function found(tape: Tape): Promise<readonly Answer[]> {
    await store.settled()
    const answers: Answer[] = []
    for (const question of wholeOf(tape)) answers.push(await answer(store.history, question))
    return answers
  }

  it.skipIf(why !== '')(
    `are there once however often they are sent, whatever the batches${why}`,
    async () => {
      const tape = newTape()
      const sent = [...madeUpTicks(tape, 3).slice(0, 600), ...madeUpBooks(tape)]
      for (const size of [100, 77, 1_000]) {
        for (let from = 0; from < sent.length; from += size) {
          // Each third batch twice, as one whose acknowledgement was lost.
          for (let times = from % 3 === 0 ? 2 : 1; times > 0; times--) {
            const batch = sent.slice(from, from + size)
            expect(await store.history.write(batch)).toEqual(ok(undefined))
          }
        }
      }
      expect(await found(tape)).toEqual(wanted(tape, sent))
    },
  )

  it.skipIf(why !== '')(
    `take the place of those with the same key, also within a batch${why}`,
    async () => {
      const tape = newTape()
      const tick = (feed_seq: number, last: number): Row =>
        rowFixture('market_ticks', { ...columnsOf(tape), symbol: SYMBOLS[0], feed_seq, last })
      const fill = (price: number): Row =>
        rowFixture('fills', { ...columnsOf(tape), order_id: 'o', fill_id: 'f', price })
      const batches = [
        [tick(0, 1), fill(1)],
        [tick(1, 2), tick(0, 3), fill(2), fill(3), tick(2, 4)],
        [tick(1, 5), tick(1, 6), fill(4)],
      ]
      for (const batch of batches) expect(await store.history.write(batch)).toEqual(ok(undefined))
      expect(await found(tape)).toEqual(wanted(tape, batches.flat()))
    },
  )

  it.skipIf(why !== '')(`hold any text and number as it is${why}`, async () => {
    const sent: Row[] = []
    const tape = newTape()
    const rows = fc.sample(arbitraryRow(['fills', 'acks', 'decisions', 'settlements']), {
      numRuns: 300,
      seed: 1,
    })
    for (const [index, row] of rows.entries()) {
      const named = row.table === 'decisions' ? { owner: 'alpha' } : {}
      sent.push({ ...row, ...named, ...columnsOf(tape), ts: AT + index })
    }
    expect(await store.history.write(sent)).toEqual(ok(undefined))
    expect(await found(tape)).toEqual(wanted(tape, sent))
  })

  it.skipIf(why !== '')(`keep a profile and run apart whatever they are called${why}`, async () => {
    const names = fc.string({ unit: 'grapheme', maxLength: 12 })
    const wanted = fc.sample(fc.tuple(names, names), { numRuns: 40, seed: 2 })
    const of = ([profile, runId]: readonly [string, string]): Tape => {
      return { mode: 'replay', profile: `t${profile}`, runId }
    }
    const unique = [...new Map(wanted.map((pair) => [pair.join('|'), pair])).values()]
    for (const pair of unique) {
      const row = rowFixture('acks', { ...columnsOf(of(pair)), note: pair.join('|') })
      expect(await store.history.write([row])).toEqual(ok(undefined))
    }
    await store.settled()
    const found: unknown[] = []
    for (const pair of unique) {
      const question = { kind: 'acks', tape: of(pair), ...SPAN } as const
      found.push((await answer(store.history, question)).rows.map((row) => row.at(-1)))
    }
    expect(found).toEqual(unique.map((pair) => [pair.join('|')]))
  })

  it.skipIf(why !== '')(
    `are refused as a batch when one of them cannot be stored${why}`,
    async () => {
      const tape = newTape()
      const sound = rowFixture('acks', { ...columnsOf(tape), command_id: 'c1' })
      for (const bad of [{ ts: -1 }, { trading_day: 2 ** 31 }, { note: 7 as never }]) {
        expect(await store.history.write([sound, { ...sound, ...bad }])).toEqual(
          refused('store.refused', 'row 2 of 2: acks.'),
        )
      }
      expect(store.history.status().failure?.code).toBe('store.refused')
      expect(await found(tape)).toEqual(wanted(tape, []))
      expect(await store.history.write([sound])).toEqual(ok(undefined))
      expect(await found(tape)).toEqual(wanted(tape, [sound]))
      expect(store.history.status().failure).toBeUndefined()
    },
  )

  it.skipIf(why !== '')(
    `go in one batch at a time, and in order, when many are handed over at once${why}`,
    async () => {
      const tape = newTape()
      const rows = madeUpTicks(tape, 5).slice(0, 200)
      const before = store.history.status().rows
      const written = await Promise.all(rows.map((row) => store.history.write([row])))
      expect(written).toEqual(rows.map(() => ok(undefined)))
      expect(await store.history.write([])).toEqual(ok(undefined))
      expect(await found(tape)).toEqual(wanted(tape, rows))
      expect(store.history.status().rows - before).toBe(200)
    },
  )

  it.skipIf(why !== '')(
    `can be asked for with sound questions only, at most 64 waiting${why}`,
    async () => {
      const question = { kind: 'positions', tape: newTape() } as const
      expect(await store.history.query({ ...question, rows: 0 })).toEqual(
        refused('store.query', 'rows must be a whole number from 1 to 1000000, was 0'),
      )
      const asked = await Promise.all(
        Array.from({ length: 80 }, () =>
          store.history.query({ ...question, deadlineMillis: 30_000 }),
        ),
      )
      expect(asked.filter(({ ok }) => !ok)).toEqual(
        Array.from({ length: 15 }, () => refused('store.slow', '64 questions wait already')),
      )
      expect(store.history.status()).toMatchObject({ questions: 0 })
    },
  )
})

describe.each(STORES)('a closed history in $name', ({ why, start }) => {
  it.skipIf(why !== '')(`takes no rows and no questions${why}`, async () => {
    const store = await start()
    const { history } = store
    expect(await history.write(madeUpBooks(newTape()))).toEqual(ok(undefined))
    await history.close()
    await history.close()
    const closed = refused('store.unreachable', 'this history was closed')
    expect(await history.write(madeUpBooks(newTape()))).toEqual(closed)
    expect(await history.query({ kind: 'positions', tape: newTape() })).toEqual(closed)
    await store.end()
  })
})
