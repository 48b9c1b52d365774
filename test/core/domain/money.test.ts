import { describe, expect, it } from 'vitest'
import type { FeeRate, Fen, Lots, Offset, Ticks } from '../../../src/core/domain/index.ts'
import { feeOf, marginOf, notional, positionProfit } from '../../../src/core/domain/index.ts'
import { instrumentFixture } from '../instrument-fixture.ts'
import { EMPTY } from './position-fixture.ts'

const rate = (byValue: number, byLot: number): FeeRate => ({ byValue, byLot })

const FEES = instrumentFixture({
  tickValue: 1_500 as Fen,
  fees: { open: rate(5e-5, 0), close: rate(0, 301), closeToday: rate(1e-4, 10) },
  marginRatio: { long: 0.08, short: 0.12 },
})

const fee = (offset: Offset, volume: number, closedToday: number) =>
  feeOf(FEES, offset, 5_001 as Ticks, volume as Lots, closedToday as Lots)

describe('money of a trade', () => {
  it('is worth ticks × lots × what a tick is worth', () => {
    expect(notional(FEES, 5_001 as Ticks, 3 as Lots)).toBe(5_001 * 3 * 1_500)
  })

  it.each([
    ['open', 3, 0, 1_125],
    ['close', 3, 0, 903],
    ['closeToday', 2, 2, 1_520],
    ['close', 3, 2, 1_520 + 301],
  ] as const)('costs to %s %i lots, %i of them of today, %i fen', (offset, lots, today, fen) => {
    expect(fee(offset, lots, today)).toBe(fen)
  })

  it('is rounded once a fill, half away from zero', () => {
    const half = instrumentFixture({ fees: { ...FEES.fees, open: rate(0, 0.5) } })
    const of = (lots: number) => feeOf(half, 'open', 1 as Ticks, lots as Lots, 0 as Lots)
    expect([of(1), of(2), of(3)]).toEqual([1, 1, 2])
  })

  it('holds margin on each side apart, on what the lots stand at', () => {
    const position = {
      ...EMPTY,
      longToday: { lots: 1 as Lots, cost: 5_000 },
      longHistory: { lots: 1 as Lots, cost: 4_000 },
      shortToday: { lots: 1 as Lots, cost: 5_100 },
      shortHistory: { lots: 1 as Lots, cost: 900 },
    }
    expect(marginOf(FEES, position)).toBe(1_500 * (9_000 * 0.08 + 6_000 * 0.12))
  })

  it('is open where the mark has left the cost, long up and short down', () => {
    const long = { ...EMPTY, longToday: { lots: 2 as Lots, cost: 10_000 } }
    const short = { ...EMPTY, shortHistory: { lots: 2 as Lots, cost: 10_000 } }
    const mark = 5_003 as Ticks
    expect([positionProfit(FEES, long, mark), positionProfit(FEES, short, mark)]).toEqual([
      9_000, -9_000,
    ])
  })
})
