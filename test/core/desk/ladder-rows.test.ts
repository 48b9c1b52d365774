import { describe, expect, it } from 'vitest'
import { DepthMemory } from '../../../src/core/desk/depth-memory.ts'
import { averagesOf } from '../../../src/core/desk/held-average.ts'
import type { LadderRow, LadderView } from '../../../src/core/desk/ladder-rows.ts'
import { ladderRows } from '../../../src/core/desk/ladder-rows.ts'
import {
  NOWHERE,
  centred,
  followed,
  revealed,
  scrolled,
} from '../../../src/core/desk/ladder-place.ts'
import type { Order } from '../../../src/core/domain/index.ts'
import { hold } from '../engine/fixture/gate.ts'
import { instrumentFixture } from '../instrument-fixture.ts'
import { quoteFixture } from '../quote-fixture.ts'
import { stateOf } from '../state/state-fixture.ts'

const SILVER = instrumentFixture()
const five = (from: number, step: number) =>
  [0, 1, 2, 3, 4].map((level) => [from + level * step, 10 + level] as const)
const QUOTE = quoteFixture({
  at: 2_000_000,
  last: 6_150,
  bids: five(6_149, -1),
  asks: five(6_151, 1),
})
const NOBODY = averagesOf(stateOf(), 0 as never)

function rows(changes: Partial<LadderView> = {}): LadderRow[] {
  return ladderRows({
    instrument: SILVER,
    quote: QUOTE,
    depth: undefined,
    volume: undefined,
    working: [],
    queueOf: () => undefined,
    averages: NOBODY,
    now: 3_000_000,
    top: 6_157,
    count: 16,
    ...changes,
  })
}

const at = (all: readonly LadderRow[], ticks: number): LadderRow | undefined =>
  all.find((row) => row.ticks === ticks)

describe('ladder', () => {
  it('goes down from its top', () => {
    const all = rows()
    expect([all.length, all[0]?.ticks, all.at(-1)?.ticks]).toEqual([16, 6_157, 6_142])
    expect(at(all, 6_150)).toMatchObject({
      isLast: true,
      bid: { kind: 'none' },
      ask: { kind: 'none' },
    })
  })

  it('shows what is live, what was seen and how long ago, and what nobody ever saw', () => {
    const depth = new DepthMemory(SILVER)
    depth.take(quoteFixture({ at: 1_000_000, bids: five(6_146, -1), asks: [[6_147, 8]] }))
    depth.take(QUOTE)
    const all = rows({ depth })
    expect(at(all, 6_149)?.bid).toEqual({ kind: 'live', lots: 10 })
    expect(at(all, 6_145)?.bid).toEqual({ kind: 'live', lots: 14 })
    expect(at(all, 6_143)?.bid).toEqual({ kind: 'seen', lots: 13, age: 2_000_000 })
    expect(at(all, 6_156)?.ask).toEqual({ kind: 'never' })
    expect(at(all, 6_143)?.ask).toEqual({ kind: 'none' })
  })

  it('knows that there is nothing behind a side of fewer than five levels', () => {
    const quote = quoteFixture({ at: 1, bids: [[6_149, 3]], asks: five(6_151, 1) })
    const all = rows({ quote, depth: new DepthMemory(SILVER) })
    expect(at(all, 6_148)?.bid).toEqual({ kind: 'none' })
    expect(at(all, 6_156)?.ask).toEqual({ kind: 'never' })
  })

  it('gathers own orders of a price, and offers those of the hand alone', () => {
    const order = (id: string, owner: number, more: object = {}): Order =>
      ({
        id,
        owner,
        side: 'buy',
        limit: 6_148,
        volume: 3,
        filled: 1,
        status: 'working',
        ...more,
      }) as never
    const working = [order('a', 0), order('b', 1), order('c', 0, { status: 'pending' })]
    const queueOf = (id: string) => ({ ahead: id === 'a' ? 7 : 9, band: 2 }) as never
    expect(at(rows({ working, queueOf }), 6_148)).toMatchObject({
      bidOrders: { lots: 6, ahead: 7, band: 2, ids: ['a', 'c'], pending: true },
      askOrders: undefined,
    })
  })

  it('outlines what the account paid on average', () => {
    const state = stateOf()
    hold({ state } as never, [2, 0, 0, 0])
    const averages = averagesOf(state, 0 as never)
    expect(averages).toMatchObject({ longLots: 2, long: 5_000, longExact: 5_000, shortLots: 0 })
    const all = rows({ averages: { ...averages, long: 6_144 } })
    expect(at(all, 6_144)?.average).toBe('long')
  })

  it('marks what lies outside of the day’s limits', () => {
    const quote = quoteFixture({ upperLimit: 6_155, lowerLimit: 6_143 })
    const outside = rows({ quote }).filter((row) => row.outside)
    expect(outside.map(({ ticks }) => ticks)).toEqual([6_157, 6_156, 6_142])
  })
})

describe('place of a ladder', () => {
  const middle = centred(100, 11)

  it('stays while the last price is shown, and is centred once it left', () => {
    expect(followed(NOWHERE, 100, 11, true)).toEqual({ top: 105, shown: true, left: false })
    expect(followed(middle, 95, 11, false).top).toBe(105)
    expect(followed(middle, 94, 11, false).top).toBe(99)
    expect(followed(middle, NaN, 11, false)).toBe(middle)
  })

  it('waits with that while somebody points at it', () => {
    const left = followed(middle, 94, 11, true)
    expect(left).toEqual({ top: 105, shown: false, left: true })
    expect(followed(left, 93, 11, true)).toEqual(left)
    expect(followed(left, 93, 11, false).top).toBe(98)
    expect(followed(left, 96, 11, true).left).toBe(false)
  })

  it('leaves alone who scrolled away', () => {
    const away = scrolled(middle, 40, 100, 11)
    expect(followed(away, 101, 11, false)).toBe(away)
    expect(followed(scrolled(away, -40, 100, 11), 94, 11, false).top).toBe(99)
  })

  it('moves as little as it takes to show a price', () => {
    expect(revealed(middle, 100, 100, 11)).toBe(middle)
    expect([revealed(middle, 107, 100, 11).top, revealed(middle, 93, 100, 11).top]).toEqual([
      107, 103,
    ])
  })
})
