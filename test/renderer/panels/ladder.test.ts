import { describe, expect, it } from 'vitest'
import type { Instrument, Quote } from '../../../src/core/domain/index.ts'
import { createReplica, createSource } from '../../../src/core/replica/index.ts'
import { apply } from '../../../src/core/state/index.ts'
import { Desk } from '../../../src/renderer/desk/desk.ts'
import { ladderLayout, spotAt } from '../../../src/renderer/panels/ladder/ladder-layout.ts'
import { LadderModel } from '../../../src/renderer/panels/ladder/ladder-model.ts'
import type { Session } from '../../../src/renderer/session/index.ts'
import { instrumentFixture } from '../../core/instrument-fixture.ts'
import { quoteFixture } from '../../core/quote-fixture.ts'
import { orderFact } from '../../core/state/state-fixture.ts'

const SILVER = instrumentFixture()
const LAYOUT = ladderLayout(288, 18 + 11 * 18, 18, 5)

function deskOf(quote: Quote, instruments: readonly Instrument[] = [SILVER]): Desk {
  const replica = createReplica('gateway', [
    createSource({ name: 'gateway', worker: 'gateway' }, 0 as never),
  ])
  apply(replica.state, { kind: 'directory', instruments, owners: [] })
  apply(replica.state, quote)
  const status = { phase: 'following', old: false }
  const session = {
    replica,
    status,
    opening: undefined,
    listen: () => () => undefined,
    monotonic: () => NaN,
    history: () => Promise.resolve({ ok: false, error: { code: 'store.slow', message: '' } }),
  }
  const parts = { requestFrame: () => undefined, afterFrame: () => undefined, now: () => 0 }
  return new Desk(session as unknown as Session, parts)
}

const five = (from: number, step: number) =>
  [0, 1, 2, 3, 4].map((level) => [from + level * step, 10] as const)
const QUOTE = quoteFixture({ last: 6_150, bids: five(6_149, -1), asks: five(6_151, 1) })
/** Middle of a row in the bid column. */
const bidAt = (row: number): [x: number, y: number] => [LAYOUT.bid.x + 5, 18 + row * 18 + 9]
const ordersAt = (row: number): [x: number, y: number] => [5, 18 + row * 18 + 9]

describe('layout of a ladder', () => {
  it('fills its width, with room for the volume only where there is some', () => {
    for (const width of [180, 236, 288, 400]) {
      const { askOrders, volume } = ladderLayout(width, 400, 18, 6)
      const end = volume ?? askOrders
      expect(end.x + end.width).toBe(width)
      expect(volume === undefined).toBe(width < 250)
    }
  })

  it('tells what lies under a point', () => {
    expect(spotAt(LAYOUT, ...bidAt(3))).toEqual({ row: 3, column: 'depth', side: 'buy' })
    expect(spotAt(LAYOUT, LAYOUT.ask.x, 18)).toEqual({ row: 0, column: 'depth', side: 'sell' })
    expect(spotAt(LAYOUT, LAYOUT.price.x, 40)).toMatchObject({ column: 'other', side: undefined })
    expect(spotAt(LAYOUT, 3, 5)).toMatchObject({ row: -1, column: 'orders' })
  })
})

describe('ladder under a pointer', () => {
  it('places at the price of the row that was painted', () => {
    const ladder = new LadderModel(deskOf(QUOTE))
    ladder.arrange(SILVER, LAYOUT)
    const top = ladder.rows[0]!.ticks
    expect(ladder.placeAt(...bidAt(6))).toEqual({ side: 'buy', ticks: top - 6 })
    expect(ladder.placeAt(...ordersAt(6))).toBeUndefined()
    expect(ladder.placeAt(...bidAt(99))).toBeUndefined()
  })

  it('is not armed when it begins, and drags orders of the hand only while it is', () => {
    const desk = deskOf(QUOTE)
    const hand = { id: 'own' as never, owner: 0 as never, limit: 6_148 as never }
    apply(desk.replica!.state, orderFact(hand))
    apply(desk.replica!.state, orderFact({ ...hand, id: 'other' as never, owner: 1 as never }))
    const ladder = new LadderModel(desk)
    ladder.arrange(SILVER, LAYOUT)
    const row = ladder.rows.findIndex(({ ticks }) => ticks === 6_148)
    expect([ladder.armed, ladder.press(...ordersAt(row))]).toEqual([false, false])
    ladder.settings.setState({ armed: true })
    expect(ladder.press(...ordersAt(row))).toBe(true)
    ladder.pointAt(...ordersAt(row + 2))
    expect(ladder.release()).toEqual({ ids: ['own'], ticks: 6_146 })
    expect(ladder.press(...ordersAt(row))).toBe(true)
    expect(ladder.release()).toBeUndefined()
  })

  it('has the orders of the hand at the cursor for keys that move them, of either side', () => {
    const desk = deskOf(QUOTE)
    const hand = { id: 'own' as never, owner: 0 as never, limit: 6_148 as never }
    apply(desk.replica!.state, orderFact(hand))
    apply(desk.replica!.state, orderFact({ ...hand, id: 'other' as never, owner: 1 as never }))
    apply(desk.replica!.state, orderFact({ ...hand, id: 'asks' as never, side: 'sell' }))
    const ladder = new LadderModel(desk)
    ladder.arrange(SILVER, LAYOUT)
    expect(ladder.atCursor).toEqual([])
    ladder.moveCursor(-2)
    expect([ladder.cursor, ladder.atCursor]).toEqual([6_148, ['own', 'asks']])
    ladder.moveCursor(-1)
    expect(ladder.atCursor).toEqual([])
  })

  it('begins in the middle of another instrument, without a cursor', () => {
    const gold = instrumentFixture({ id: 1 as never, symbol: 'SHFE.au2012' as never })
    const desk = deskOf(QUOTE, [SILVER, gold])
    apply(desk.replica!.state, { ...quoteFixture({ last: 400 }), instrument: gold.id })
    const ladder = new LadderModel(desk)
    ladder.arrange(SILVER, LAYOUT)
    ladder.moveCursor(-2)
    expect(ladder.cursor).toBe(6_148)
    ladder.arrange(gold, LAYOUT)
    expect([ladder.cursor, ladder.rows[0]?.ticks]).toEqual([NaN, 404])
  })
})
