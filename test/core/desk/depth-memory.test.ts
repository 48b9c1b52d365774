import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DepthMemory } from '../../../src/core/desk/depth-memory.ts'
import type { Quote } from '../../../src/core/domain/index.ts'
import { instrumentFixture } from '../instrument-fixture.ts'
import { quoteFixture } from '../quote-fixture.ts'

const BASE = 6_000

function seen(memory: DepthMemory, ticks: number): readonly number[] {
  return [memory.volumeAt(ticks), memory.seenAt(ticks), memory.sideAt(ticks)]
}

describe('depth memory', () => {
  it('keeps what was last seen at a price that left the five levels', () => {
    const memory = new DepthMemory(instrumentFixture())
    memory.take(quoteFixture({ at: 10, bids: [[6149, 7]], asks: [[6150, 5]] }))
    memory.take(quoteFixture({ at: 20, bids: [[6170, 1]], asks: [[6171, 2]] }))
    expect([6148, 6149, 6150, 6160, 6170, 6171].map((ticks) => seen(memory, ticks))).toEqual([
      [NaN, NaN, 0],
      [7, 10, 1],
      [5, 10, -1],
      [NaN, NaN, 0],
      [1, 20, 1],
      [2, 20, -1],
    ])
  })

  it('takes a price between listed ones for empty', () => {
    const memory = new DepthMemory(instrumentFixture())
    memory.take(quoteFixture({ at: 10, bids: [[6149, 7]], asks: [[6150, 5]] }))
    const wide = quoteFixture({
      at: 20,
      bids: [
        [6148, 3],
        [6146, 4],
      ],
      asks: [[6151, 2]],
    })
    memory.take(wide)
    expect([6146, 6147, 6149, 6150].map((ticks) => seen(memory, ticks))).toEqual([
      [4, 20, 1],
      [0, 20, 0],
      [0, 20, 0],
      [0, 20, 0],
    ])
  })

  it('knows nothing beyond a side that is empty', () => {
    const memory = new DepthMemory(instrumentFixture())
    memory.take(quoteFixture({ at: 10, bids: [[6149, 7]], asks: [] }))
    expect([6149, 6150].map((ticks) => seen(memory, ticks))).toEqual([
      [7, 10, 1],
      [NaN, NaN, 0],
    ])
  })

  it('counts prices of small steps in ticks', () => {
    const gold = instrumentFixture({ tickUnits: 2, tickScale: 100, tickSize: 0.02 })
    const memory = new DepthMemory(gold)
    memory.take(quoteFixture({ at: 10, bids: [[418.06, 7]], asks: [[418.08, 5]] }))
    expect([20_903, 20_904].map((ticks) => memory.volumeAt(ticks))).toEqual([7, 5])
  })

  it('gives the place of the oldest price to one that lies far away', () => {
    const memory = new DepthMemory(instrumentFixture())
    memory.take(quoteFixture({ at: 10, bids: [[6149, 7]], asks: [] }))
    memory.take(quoteFixture({ at: 20, bids: [[6149 + 2_048, 9]], asks: [] }))
    expect([6149, 6149 + 2_048].map((ticks) => memory.volumeAt(ticks))).toEqual([NaN, 9])
  })

  it('forgets all when it is cleared', () => {
    const memory = new DepthMemory(instrumentFixture())
    memory.take(quoteFixture({ at: 10 }))
    memory.clear()
    expect(seen(memory, 6149)).toEqual([NaN, NaN, 0])
  })

  it('knows of each price what the newest quote showed, in whatever order quotes come', () => {
    fc.assert(
      fc.property(fc.array(book(), { maxLength: 12 }), fc.nat(), (books, turn) => {
        const quotes = books.map((terms, index) => quoteFixture({ at: index + 1, ...terms }))
        const memory = new DepthMemory(instrumentFixture())
        const shift = quotes.length === 0 ? 0 : turn % quotes.length
        for (const quote of [...quotes.slice(shift), ...quotes.slice(0, shift)]) memory.take(quote)
        for (let ticks = BASE - 5; ticks < BASE + 60; ticks++) {
          expect(seen(memory, ticks)).toEqual(newestSight(quotes, ticks))
        }
      }),
    )
  })
})

type Levels = readonly (readonly [number, number])[]

function book(): fc.Arbitrary<{ bids: Levels; asks: Levels }> {
  const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 9 })), {
    maxLength: 5,
  })
  const middle = fc.integer({ min: BASE + 16, max: BASE + 40 })
  return fc.tuple(middle, steps, steps).map(([at, bids, asks]) => ({
    bids: walk(at, bids, -1),
    asks: walk(at - 1, asks, 1),
  }))
}

function walk(from: number, steps: Levels, way: 1 | -1): Levels {
  let price = from
  return steps.map(([step, lots]) => [(price += way * step), lots] as const)
}

function newestSight(quotes: readonly Quote[], ticks: number): readonly number[] {
  for (const quote of quotes.toReversed()) {
    for (const [side, prices, volumes] of [
      [1, quote.bidPrices, quote.bidVolumes],
      [-1, quote.askPrices, quote.askVolumes],
    ] as const) {
      const level = prices.findIndex((price) => price === ticks)
      if (level >= 0) return [volumes[level]!, quote.at, side]
    }
    const bids = quote.bidPrices.filter((price) => price === price)
    const asks = quote.askPrices.filter((price) => price === price)
    const listed = [
      [Math.min(...bids), Math.max(...bids)],
      [Math.min(...asks), Math.max(...asks)],
      [bids[0] ?? NaN, asks[0] ?? NaN],
    ]
    if (listed.some(([low = NaN, high = NaN]) => ticks > low && ticks < high)) {
      return [0, quote.at, 0]
    }
  }
  return [NaN, NaN, 0]
}
