import { describe, expect, it } from 'vitest'
import type { FillFact } from '../../../src/core/contracts/index.ts'
import { SeenOrders, orderLife } from '../../../src/core/desk/order-life.ts'
import type { Fen, Lots, Micros, Ticks } from '../../../src/core/domain/index.ts'
import type { Answer } from '../../../src/core/history/index.ts'
import { ANSWER_COLUMNS } from '../../../src/core/history/index.ts'
import { orderFixture } from './trading-story.ts'

const NOTHING = { seen: [], stored: undefined, fills: [], acks: [], trace: undefined }

type StoredRow = Readonly<Record<string, number | string>>

function answer(rows: readonly StoredRow[]): Answer {
  const columns = Object.keys(ANSWER_COLUMNS['order-events'])
  return {
    columns,
    capped: false,
    rows: rows.map((row) => columns.map((name) => row[name] ?? '')),
  }
}

const pending = orderFixture()
const working = orderFixture({ status: 'working', updatedAt: 1_200 as Micros })
const filled = orderFixture({ status: 'filled', filled: 1 as Lots, updatedAt: 1_500 as Micros })
const fill: FillFact = {
  kind: 'fill',
  fill: {
    id: 'f1',
    order: pending.id,
    owner: pending.owner,
    instrument: pending.instrument,
    side: 'buy',
    offset: 'open',
    price: 6_150 as Ticks,
    volume: 1 as Lots,
    at: 1_500 as Micros,
  },
  fee: 1 as Fen,
  closedToday: 0 as Lots,
  venueSeq: 1,
}

describe('the life of an order', () => {
  it('tells that it works before the fill of that very moment', () => {
    const worked = { ...working, updatedAt: fill.fill.at }
    const life = orderLife({ ...NOTHING, seen: [pending, worked, filled], fills: [fill] })
    expect(life.map((step) => (step.kind === 'state' ? step.status : step.kind))).toEqual([
      'pending',
      'working',
      'fill',
      'filled',
    ])
  })

  it('joins what the store keeps with what the window saw', () => {
    const stored = answer([
      { ts: 1_000, status: 'pending', filled: 0 },
      { ts: 1_200, status: 'working', filled: 0 },
      { ts: 1_900, status: 'cancelled', filled: 1, note: 'venue.day-end' },
    ])
    const life = orderLife({ ...NOTHING, seen: [pending, filled], stored, fills: [fill] })
    expect(
      life.map((step) => [step.at, step.kind, step.kind === 'state' ? step.known : '']),
    ).toEqual([
      [1_000, 'state', 'both'],
      [1_200, 'state', 'stored'],
      [1_500, 'fill', ''],
      [1_500, 'state', 'seen'],
      [1_900, 'state', 'stored'],
    ])
    expect(life.at(-1)).toMatchObject({ reason: 'venue.day-end', status: 'cancelled' })
  })

  it('is what the window saw where the store was not asked', () => {
    expect(orderLife({ ...NOTHING, seen: [pending] })).toEqual([
      {
        kind: 'state',
        at: 1_000,
        status: 'pending',
        filled: 0,
        cancelling: false,
        reason: '',
        known: 'seen',
      },
    ])
  })
})

describe('the orders that a window saw', () => {
  it('keep every state once', () => {
    const seen = new SeenOrders()
    for (const order of [pending, working, working, filled]) seen.take(order)
    expect(seen.of(pending.id)).toEqual([pending, working, filled])
    seen.begin([filled])
    expect(seen.of(pending.id).length).toBe(3)
    expect(seen.of('other')).toEqual([])
  })
})
