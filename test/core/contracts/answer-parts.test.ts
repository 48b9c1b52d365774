import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openAnswer } from '../../../src/core/contracts/answer-parts.ts'
import { createCodec } from '../../../src/core/contracts/codec.ts'
import type { Answer, Cell } from '../../../src/core/history/index.ts'

const codec = createCodec([])
const LIFE = 7

function frameOf(answer: Answer, id = 1): Uint8Array {
  return codec.encodeHistory({ kind: 'answer', id, answer })
}

/** What a window makes of the parts. */
function read(parts: Iterable<Uint8Array>) {
  return [...parts].map((bytes) => {
    const decoded = codec.decode(bytes)
    if (!decoded.ok || decoded.value.kind !== 'window') throw new Error('no frame of a window')
    const { frame } = decoded.value
    if (frame.kind !== 'answer') throw new Error(frame.kind)
    return frame
  })
}

function opened(frame: Uint8Array) {
  const answer = openAnswer(frame)
  if (answer === undefined) throw new Error('not opened')
  return answer
}

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.string(),
  fc.double(),
  fc.integer(),
  fc.array(fc.integer(), { maxLength: 20 }),
)
const answers: fc.Arbitrary<Answer> = fc.record({
  columns: fc.array(fc.string(), { maxLength: 40 }),
  rows: fc.array(fc.array(cell, { maxLength: 20 }), { maxLength: 60 }),
  capped: fc.boolean(),
})
const numbers = fc.nat({ max: Number.MAX_SAFE_INTEGER })

describe('an answer that is only handed on', () => {
  it('reads as it was given, under the number of the request', () => {
    fc.assert(
      fc.property(answers, numbers, numbers, (answer, id, request) => {
        const found = opened(frameOf(answer, id))
        const whole = read([...createParts(frameOf(answer, id), request)])
        expect([found.id, whole]).toEqual([
          id,
          [{ kind: 'answer', request, more: false, answer: plain(answer) }],
        ])
      }),
      { numRuns: 300 },
    )
  })

  it('comes in parts of about 128 KiB, none of which holds a broken row', () => {
    const rows = Array.from({ length: 30_000 }, (_, row) => [row, row / 7, `row ${row}`])
    const answer = { columns: ['a', 'b', 'c'], rows, capped: true }
    const parts = [...createParts(frameOf(answer), 3)]
    const frames = read(parts)
    expect(frames.flatMap((frame) => frame.answer.rows)).toEqual(rows)
    expect(frames.map(({ more }) => more)).toEqual(frames.map((_, at) => at < frames.length - 1))
    expect(frames.every(({ answer: { columns, capped } }) => capped && columns.length === 3)).toBe(
      true,
    )
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(140 * 1024)
    expect(frames.length).toBeGreaterThan(4)
  })

  it('is none where anything else came', () => {
    const failure = { code: 'store.slow', message: '' } as const
    const answer = { columns: [], rows: [], capped: false }
    const others = [
      codec.encodeHistory({ kind: 'no-answer', id: 1, failure }),
      frameOf(answer).subarray(0, -1),
      Uint8Array.of(...frameOf(answer), 0xc0),
      Uint8Array.of(209, 1, 0, 0, 0x92, 0x01, 0x93, 0xc0, 0x90, 0xc2),
      Uint8Array.of(209, 1, 0, 0, 0x92, 0x01, 0x93, 0x90, 0xc0, 0xc2),
      Uint8Array.of(209, 1, 0, 0, 0x92, 0xa0, 0x93, 0x90, 0x90, 0xc2),
      Uint8Array.of(209, 1, 0, 0, 0x91, 0x01),
      new Uint8Array(0),
    ]
    expect(others.map((frame) => openAnswer(frame))).toEqual(others.map(() => undefined))
  })
})

function createParts(frame: Uint8Array, request: number): Iterable<Uint8Array> {
  return opened(frame).parts(request, LIFE)
}

/** −0 arrives as 0. */
function plain(answer: Answer): Answer {
  const decoded = codec.decode(frameOf(answer))
  if (!decoded.ok || decoded.value.kind !== 'history') throw new Error('no answer')
  if (decoded.value.message.kind !== 'answer') throw new Error('no answer')
  return decoded.value.message.answer
}
