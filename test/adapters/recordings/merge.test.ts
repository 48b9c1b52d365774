import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeByTime } from '../../../src/adapters/recordings/index.ts'
import type { InstrumentId, Lots, Micros, Price, Quote } from '../../../src/core/domain/index.ts'
import { createQuote } from '../../../src/core/domain/index.ts'

function quote(instrument: number, at: number, feedSeq: number): Quote {
  const none = NaN as Price
  const stamp = at as Micros
  const book: [Price[], Lots[], Price[], Lots[]] = [[], [], [], []]
  return createQuote(
    instrument as InstrumentId,
    stamp,
    stamp,
    feedSeq,
    none,
    0,
    0,
    0,
    none,
    none,
    none,
    none,
    none,
    none,
    ...book,
  )
}

/** A stream that notes whether it was closed. */
function streamOf(
  quotes: readonly Quote[],
  size: number,
  closed: (() => void) | undefined,
): AsyncIterable<readonly Quote[]> {
  return (async function* () {
    await Promise.resolve()
    try {
      for (let i = 0; i < quotes.length; i += size) yield quotes.slice(i, i + size)
      yield []
    } finally {
      closed?.()
    }
  })()
}

const stamps = fc
  .array(fc.nat({ max: 20 }), { maxLength: 30 })
  .map((list) => list.sort((a, b) => a - b))

describe('merging by time', () => {
  it('orders by stamp, then by the order given, and keeps each stream in its own', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(stamps, { maxLength: 7 }),
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 8 }),
        async (streams, size, chunk) => {
          const quotes = streams.map((list, id) => list.map((at, i) => quote(id, at, i)))
          const merged: Quote[] = []
          for await (const part of mergeByTime(
            quotes.map((list) => streamOf(list, size, undefined)),
            chunk,
          )) {
            expect(part.length).toBeLessThanOrEqual(chunk)
            merged.push(...part)
          }
          // Sorting is stable: equal stamps stay as the streams were given.
          expect(merged).toEqual(quotes.flat().sort((a, b) => a.at - b.at))
        },
      ),
    )
  })

  it('closes every stream when it is left early', async () => {
    let closed = 0
    const streams = [0, 1, 2].map((id) =>
      streamOf([quote(id, id, 0), quote(id, 9, 0)], 1, () => closed++),
    )
    for await (const part of mergeByTime(streams, 1)) {
      expect(part.length).toBe(1)
      break
    }
    expect(closed).toBe(3)
  })
})
