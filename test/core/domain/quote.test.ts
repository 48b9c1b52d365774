import { describe, expect, it } from 'vitest'
import { createQuote } from '../../../src/core/domain/index.ts'

describe('a quote', () => {
  it('holds each of its parts under its own name, and keeps the arrays', () => {
    const sides = [
      [10, 9],
      [1, 2],
      [11, 12],
      [3, 4],
    ] as never[][]
    const [bidPrices, bidVolumes, askPrices, askVolumes] = sides as [never, never, never, never]
    const numbers = Array.from({ length: 14 }, (_, index) => index + 100) as never[]
    const [instrument, at, received, feedSeq, last, volume, turnover] = numbers as [
      never,
      never,
      never,
      never,
      never,
      never,
      never,
    ]
    const [openInterest, open, high, low, upperLimit, lowerLimit, preSettlement] = numbers.slice(
      7,
    ) as [never, never, never, never, never, never, never]
    const quote = createQuote(
      instrument,
      at,
      received,
      feedSeq,
      last,
      volume,
      turnover,
      openInterest,
      open,
      high,
      low,
      upperLimit,
      lowerLimit,
      preSettlement,
      bidPrices,
      bidVolumes,
      askPrices,
      askVolumes,
    )
    expect(quote).toEqual({
      kind: 'quote',
      instrument: 100,
      at: 101,
      received: 102,
      feedSeq: 103,
      last: 104,
      volume: 105,
      turnover: 106,
      openInterest: 107,
      open: 108,
      high: 109,
      low: 110,
      upperLimit: 111,
      lowerLimit: 112,
      preSettlement: 113,
      bidPrices: [10, 9],
      bidVolumes: [1, 2],
      askPrices: [11, 12],
      askVolumes: [3, 4],
    })
    expect(quote.askVolumes).toBe(askVolumes)
  })
})
