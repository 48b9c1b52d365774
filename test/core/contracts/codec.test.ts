import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCodec, topicsOf } from '../../../src/core/contracts/codec.ts'
import type { BundledFact } from '../../../src/core/contracts/wire/bundle.ts'
import { isBundled } from '../../../src/core/contracts/wire/bundle.ts'
import { ok } from '../../../src/core/domain/index.ts'
import { exchangeRecordCodec, gatewayRecordCodec } from '../../../src/core/journal/index.ts'
import { envelope } from './arbitrary-facts.ts'
import { command } from './arbitrary-orders.ts'
import { DIRECTORY, quote } from './arbitrary-quote.ts'
import { exchangeRecord, gatewayRecord, report, request } from './arbitrary-venue.ts'

const codec = createCodec(DIRECTORY)
const bundled = envelope.filter(({ body }) => isBundled(body))

describe('the codec', () => {
  it('gives every fact back as it was, and its origin where the kind announces it', () =>
    fc.assert(
      fc.property(envelope, (sent) => {
        const { source, mode, profile, epoch, seq, at, body } = sent
        const announces = body.kind === 'hello' || body.kind === 'snapshot'
        expect(codec.decode(codec.encodeFact(sent))).toEqual(
          ok({
            kind: 'facts',
            epoch: epoch & 0xffff,
            seq,
            at,
            origin: announces ? { source, mode, profile, epoch } : undefined,
            facts: [body],
          }),
        )
      }),
      { numRuns: 600 },
    ))

  it('gives a batch of quotes back in order, numbered from the first', () =>
    fc.assert(
      fc.property(fc.array(quote, { minLength: 1, maxLength: 64 }), (quotes) => {
        const bytes = codec.encodeQuotes(quotes, 7, 1_000 as never, 3)
        expect(codec.decode(bytes)).toEqual(
          ok({ kind: 'facts', epoch: 3, seq: 7, at: 1_000, origin: undefined, facts: quotes }),
        )
      }),
      { numRuns: 40 },
    ))

  it('gives facts that travelled together back in order, each with its own number', () =>
    fc.assert(
      fc.property(fc.array(bundled, { minLength: 1, maxLength: 64 }), (sent) => {
        const told = sent.map(({ body, seq }) => codec.bundled(body as BundledFact, seq))
        const frames = sent.map(({ body, seq }) => ({
          kind: 'facts',
          epoch: 3,
          seq,
          at: 1_000,
          origin: undefined,
          facts: [body],
        }))
        const bytes = codec.encodeBundle(told, 1_000 as never, 3)
        expect(codec.decode(bytes)).toEqual(ok({ kind: 'bundle', frames }))
        const last = sent.at(-1)!.body.kind
        const only = new Set(topicsOf([last]).map(([number]) => number!))
        const read = frames.filter(({ facts }) => facts[0]!.kind === last)
        expect(codec.decode(bytes, only)).toEqual(ok({ kind: 'bundle', frames: read }))
      }),
      { numRuns: 200 },
    ))

  it('gives every command back as it was', () =>
    fc.assert(
      fc.property(command, (sent) => {
        const decoded = codec.decode(codec.encodeCommand(sent))
        expect(decoded).toEqual(ok({ kind: 'command', command: sent }))
      }),
      { numRuns: 500 },
    ))

  it('gives every request to a venue and every report back as it was', () =>
    fc.assert(
      fc.property(request, report, (asked, told) => {
        const answers = [
          codec.encodeRequest(asked, 9 as never),
          codec.encodeReport(told, 9 as never),
        ]
        expect(answers.map((bytes) => codec.decode(bytes))).toEqual([
          ok({ kind: 'request', request: asked }),
          ok({ kind: 'report', report: told }),
        ])
      }),
      { numRuns: 300 },
    ))

  it('gives every record of a journal back as it was', () => {
    const gateway = gatewayRecordCodec()
    const exchange = exchangeRecordCodec()
    fc.assert(
      fc.property(gatewayRecord, exchangeRecord, (kept, stored) => {
        const first = gateway.encode(kept)
        const second = exchange.encode(stored)
        expect(gateway.decode(first.type, first.bytes)).toEqual(ok(kept))
        expect(exchange.decode(second.type, second.bytes)).toEqual(ok(stored))
      }),
      { numRuns: 400 },
    )
  })
})
