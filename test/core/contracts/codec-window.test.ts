import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCodec } from '../../../src/core/contracts/codec.ts'
import { ERROR_CODES, MODES } from '../../../src/core/contracts/index.ts'
import type { Origin } from '../../../src/core/contracts/message.ts'
import type {
  About,
  ChangesFrame,
  LogLine,
  OpeningFrame,
  ResumedFrame,
  Standing,
  Told,
} from '../../../src/core/contracts/window-frame.ts'
import { LINE_STATES, LOGGED_KINDS } from '../../../src/core/contracts/window-frame.ts'
import type { AnswerFrame, ReplyFrame } from '../../../src/core/contracts/window.ts'
import { REPLY_OUTCOMES, openRequest } from '../../../src/core/contracts/window.ts'
import type { Answer } from '../../../src/core/history/index.ts'
import { WORKERS } from '../../../src/core/contracts/worker-spec.ts'
import { among, id, is, list, number, object, stamp, text, whole } from './arbitrary.ts'
import { fact } from './arbitrary-facts.ts'
import { DIRECTORY, quote } from './arbitrary-quote.ts'
import { refused } from './told.ts'

const head = { number: whole<number>(1, 2 ** 40), position: id<number>(), at: stamp<never>() }
const counted = whole<number>(1, 99)

const told: fc.Arbitrary<Told> = object<Told>({
  source: text(),
  fact: fact.filter(({ kind }) => kind !== 'quote' && kind !== 'snapshot') as never,
})
const news = {
  sources: list(
    object<Standing>({
      name: text(),
      worker: among(WORKERS),
      owner: text(),
      epoch: id(),
      line: among(LINE_STATES),
      silent: fc.boolean(),
      staleSince: number(),
      missed: number(),
    }),
  ),
  facts: list(told),
  latest: list(told),
  quotes: list(quote),
}
const line = object<LogLine>({
  number: id(),
  source: text(),
  fact: fact.filter(({ kind }) => LOGGED_KINDS.some((each) => each === kind)) as never,
  times: counted,
})
const origin = object<Origin>({
  source: text(),
  mode: among(MODES),
  profile: text(),
  epoch: whole(0, 100_000),
})

const frame = fc.oneof(
  object<OpeningFrame>({
    kind: is('opening'),
    ...head,
    origin,
    runId: text(),
    about: object<About>({
      version: text(),
      host: among(['electron', 'browser'] as const),
      node: text(),
      electron: text(),
      platform: text(),
      user: text(),
    }),
    lines: list(line),
    ...news,
  }),
  object<ChangesFrame>({ kind: is('changes'), ...head, ...news }),
  object<ResumedFrame>({ kind: is('resumed'), ...head }),
  object<ReplyFrame>({
    kind: is('reply'),
    request: id(),
    outcome: among(REPLY_OUTCOMES),
    command: text(),
    code: among(['', ...ERROR_CODES] as const),
    message: text(),
    at: stamp(),
  }),
  object<AnswerFrame>({
    kind: is('answer'),
    more: fc.boolean(),
    request: id(),
    answer: object<Answer>({
      columns: list(text()),
      rows: list(list(fc.oneof(text(), whole(0, 1e6), list(whole(-5, 5))))),
      capped: fc.boolean(),
    }),
  }),
)

describe('a frame for a window', () => {
  it('arrives as it was sent, where the instruments are known', () => {
    const [main, page] = [createCodec(DIRECTORY), createCodec(DIRECTORY)]
    fc.assert(
      fc.property(frame, (sent) => {
        expect(page.decode(main.encodeWindow(sent, 5))).toEqual({
          ok: true,
          value: { kind: 'window', frame: sent },
        })
      }),
      { numRuns: 500 },
    )
  })

  it('teaches the steps of its own quotes by the directory in it', () => {
    const main = createCodec(DIRECTORY)
    fc.assert(
      fc.property(fc.array(quote, { minLength: 1, maxLength: 5 }), (quotes) => {
        const directory = { kind: 'directory', instruments: DIRECTORY, owners: [] } as const
        const sent: ChangesFrame = {
          kind: 'changes',
          number: 1,
          position: 1,
          at: 0 as never,
          sources: [],
          facts: [{ source: 'gateway', fact: directory }],
          latest: [],
          quotes,
        }
        const read = createCodec([]).decode(main.encodeWindow(sent, 1))
        expect(read).toEqual({ ok: true, value: { kind: 'window', frame: sent } })
      }),
      { numRuns: 100 },
    )
  })
})

describe('a request of a window', () => {
  it('is opened without looking at its body', () => {
    const request = { request: 3, name: 'order.cancel', body: { order: 4 }, more: true }
    expect(openRequest(request)).toEqual({
      ok: true,
      value: { request: 3, name: 'order.cancel', body: { order: 4 } },
    })
  })

  it.each([
    [undefined, 'an object'],
    ['order.cancel', 'an object'],
    [{ name: 'order.cancel' }, 'its number'],
    [{ request: 1.5, name: 'order.cancel' }, 'its number'],
    [{ request: -1, name: 'order.cancel' }, 'its number'],
    [{ request: 1, name: 'order.steal' }, 'no command order.steal'],
    [{ request: 1, name: 'toString' }, 'no command toString'],
    [{ request: 1 }, 'no command undefined'],
  ])('that is none is refused: %j', (value, words) => {
    expect(openRequest(value)).toEqual(refused('command.shape', words))
  })
})
