import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCodec } from '../../../src/core/contracts/codec.ts'
import { pack } from '../../../src/core/contracts/codec-pack.ts'
import { failure } from '../../../src/core/contracts/index.ts'
import type { Slot } from '../../../src/core/contracts/wire/shape.ts'
import { failed } from '../../../src/core/domain/index.ts'
import { exchangeRecordCodec, gatewayRecordCodec } from '../../../src/core/journal/index.ts'
import { envelope } from './arbitrary-facts.ts'
import { command } from './arbitrary-orders.ts'
import { DIRECTORY } from './arbitrary-quote.ts'
import { report } from './arbitrary-venue.ts'
import { refused } from './told.ts'

const codec = createCodec(DIRECTORY)

/** Bytes as a stranger would send them: any kind and version, any slots. */
function frame(kind: number, version: number, slots: unknown): Uint8Array {
  const bytes = pack(kind, 0, slots as Slot)
  bytes[1] = version
  return bytes
}

const CANCEL = ['i-1', 'hand', 1, 1_000, 'o-1']

describe('the codec, given what nobody should send,', () => {
  it('never throws on any bytes and answers with a message or a codec failure', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 255 }), fc.uint8Array(), (kind, bytes) => {
        const decoded = codec.decode(Uint8Array.from([kind, 1, 0, 0, ...bytes]))
        expect(['codec.kind', 'codec.shape', '']).toContain(decoded.ok ? '' : decoded.error.code)
      }),
      { numRuns: 3_000 },
    ))

  it('never throws on a flipped bit or a cut of a real message', () => {
    const bytes = fc.oneof(
      envelope.map((sent) => codec.encodeFact(sent)),
      command.map((sent) => codec.encodeCommand(sent)),
      report.map((sent) => codec.encodeReport(sent, 1 as never)),
    )
    fc.assert(
      fc.property(bytes, fc.nat(), fc.nat(), (whole, place, bit) => {
        const flipped = Uint8Array.from(whole)
        flipped[place % whole.length]! ^= 1 << (bit % 8)
        codec.decode(flipped)
        const cut = codec.decode(whole.subarray(0, place % whole.length))
        expect(cut).toEqual(refused('codec.shape'))
      }),
      { numRuns: 2_000 },
    )
  })

  it('never throws on any stored bytes', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 255 }), fc.uint8Array(), (type, bytes) => {
        const stored = Uint8Array.from([type, 1, 0, 0, ...bytes])
        expect(gatewayRecordCodec().decode(type, stored).ok).toBeTypeOf('boolean')
        expect(exchangeRecordCodec().decode(type, stored).ok).toBeTypeOf('boolean')
      }),
    ))

  it('refuses a newer version in clear words', () => {
    const told = failure(
      'codec.version',
      'the message was written by version 2 of the wire, this program reads up to version 1: ' +
        'update this program',
    )
    expect(codec.decode(frame(67, 2, CANCEL))).toEqual(failed(told))
    expect(gatewayRecordCodec().decode(5, frame(5, 2, []))).toEqual(failed(told))
  })

  it('refuses a kind that it does not know', () => {
    expect(codec.decode(frame(250, 1, []))).toEqual(refused('codec.kind', 'kind 250'))
    expect(exchangeRecordCodec().decode(5, frame(5, 1, []))).toEqual(
      refused('codec.kind', 'kind 5'),
    )
  })

  it.each([
    ['a missing field', 67, CANCEL.slice(1), 'Cancel must be a list of 5'],
    ['a field too many', 67, [...CANCEL, 1], 'Cancel must be a list of 5'],
    ['a number for an id', 67, [1, ...CANCEL.slice(1)], 'Cancel.id must be a text'],
    [
      'an id of 65',
      67,
      ['x'.repeat(65), ...CANCEL.slice(1)],
      'Cancel.id must be a text of at most',
    ],
    ['an epoch of 1.5', 67, ['i', 'hand', 1.5, 0, 'o'], 'Cancel.epoch must be a whole number'],
    ['a time that is NaN', 67, ['i', 'hand', 1, NaN, 'o'], 'Cancel.validUntil must be a whole'],
    ['no time', 67, ['i', 'hand', 1, null, 'o'], 'Cancel.validUntil must be a whole number'],
    ['an infinite limit', 66, [...CANCEL, Infinity], 'Amend.limit must be a whole number'],
    ['half a tick', 66, [...CANCEL, 0.5], 'Amend.limit must be a whole number, was 0.5'],
    ['a side of 2', 65, ['i', 's', 1, 0, 0, 0, 2, 0, 0, 1, 1], 'OrderIntent.side must be one of'],
    ['a negative instrument', 78, ['i', 's', 1, 0, -1, 1], 'WarmUpRequest.instrument must be'],
    ['a list for a target', 64, ['i', 's', 1, 0, 0, 0, [1], 0, 0], 'TargetPosition.target must be'],
    ['a list that is none', 77, ['i', 's', 1, 0, 5], 'SnapshotRequest.instruments must be a list'],
    ['an odd parameter', 75, ['i', 's', 1, 0, 'me', 0, [['a', []]]], 'parameters.0'],
    ['an infinite parameter', 75, ['i', 's', 1, 0, 'me', 0, [['a', Infinity]]], 'a finite number'],
  ])('names the field of a command with %s', (_, kind, slots, words) =>
    expect(codec.decode(frame(kind, 1, slots))).toEqual(refused('codec.shape', words)),
  )

  it.each([
    ['nothing in it', [1], 'a list of at and facts'],
    ['a quote in it', [1, [3, 1, []]], 'a kind that travels with others'],
    ['a bundle in it', [1, [63, 1, []]], 'a kind that travels with others'],
    ['a fact without a number', [1, [15, []]], 'a kind, seq and a fact'],
    ['a broken fact', [1, [15, 1, [5]], [15, 2, [5, 6]]], 'time must be a list of 1'],
  ])('refuses a bundle with %s whole', (_, slots, words) =>
    expect(codec.decode(frame(63, 1, slots))).toEqual(refused('codec.shape', words)),
  )

  it('refuses infinite bounds in limits that somebody wants', () => {
    const limits = [1, 1, 1, 1, Infinity, 1, 1, 1, ['*']]
    expect(codec.decode(frame(74, 1, ['i', 's', 1, 0, 'me', limits]))).toEqual(
      refused('codec.shape', 'SetLimits.limits.collarRatio'),
    )
  })

  it('refuses maps, binaries, extensions, deep nesting and huge lengths unread', () => {
    const deep = new Uint8Array(200_004).fill(0x91)
    deep.set([1, 1, 0, 0])
    const bodies = [
      frame(67, 1, { id: 'i' }),
      frame(67, 1, new Date(0)),
      frame(67, 1, Buffer.from('x')),
      Uint8Array.from([67, 1, 0, 0, 0xd4, 0x72, 0x40, 0x91, 0xa1, 0x61, 0x01]),
      Uint8Array.from([67, 1, 0, 0, 0xdd, 0xff, 0xff, 0xff, 0xff]),
      Uint8Array.from([67, 1, 0, 0, 0x91, 0xdb, 0xff, 0xff, 0xff, 0xff]),
      deep,
    ]
    for (const bytes of bodies) {
      expect(codec.decode(bytes)).toEqual(refused('codec.shape'))
    }
  })

  it('keeps a name such as __proto__ a plain parameter', () => {
    const parameters = [['__proto__', 1]]
    const decoded = codec.decode(frame(75, 1, ['i', 's', 1, 0, 'me', 0, parameters]))
    expect(JSON.stringify(decoded)).toContain('"parameters":{"__proto__":1}')
  })

  it('throws when this program itself would write what cannot be read', () => {
    const halved = { kind: 'Cancel', id: 'i', sender: 's', epoch: 0.5, validUntil: 1, order: 'o' }
    expect(() => codec.encodeCommand(halved as never)).toThrow(
      /^Cancel\.epoch must be a whole number from 0 on, was 0\.5$/,
    )
  })

  it('cuts the words of a halt rather than refuse it', () => {
    const head = { id: 'i', sender: 'hand', epoch: 1, validUntil: 1 }
    const halt = { kind: 'Halt', ...head, person: 'me', reason: 'x'.repeat(300) }
    expect(codec.decode(codec.encodeCommand(halt as never))).toEqual({
      ok: true,
      value: { kind: 'command', command: { ...halt, reason: 'x'.repeat(64) } },
    })
  })
})
